namespace Commerce.Agents.Domain.Orders;

/// <summary>Everything of an order has arrived.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="DeliveredAt">When.</param>
public sealed record OrderDelivered(OrderId OrderId, string Number, DateTimeOffset DeliveredAt) : IMessage;
