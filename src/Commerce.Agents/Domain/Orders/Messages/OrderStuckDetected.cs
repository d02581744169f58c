namespace Commerce.Agents.Domain.Orders;

/// <summary>An order does not go on.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Status">Where it is.</param>
/// <param name="AgeMinutes">Since how many minutes.</param>
public sealed record OrderStuckDetected(OrderId OrderId, string Number, OrderStatus Status, int AgeMinutes) : IMessage;
