namespace Commerce.Agents.Domain.Shipping;

/// <summary>No carrier takes an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record NoCarrierAvailable(OrderId OrderId, string Reason, int Part = 1) : IMessage;
