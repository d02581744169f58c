namespace Commerce.Agents.Domain.Shipping;

/// <summary>Cancels the label of a part that the carrier has not picked up.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why: 1 to 500 characters, no personal data.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record VoidLabel(OrderId OrderId, string Reason, int Part = 1) : IMessage;
