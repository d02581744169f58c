namespace Commerce.Agents.Domain.Shipping;

/// <summary>Asks the carrier to look after a parcel.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why: 1 to 500 characters, no personal data.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record EscalateToCarrier(OrderId OrderId, string Reason, int Part = 1) : IMessage;
