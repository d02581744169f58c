namespace Commerce.Agents.Domain.Shipping;

/// <summary>Looks whether a part of an order is late.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CheckDelay(OrderId OrderId, int Part = 1) : IMessage;
