namespace Commerce.Agents.Domain.Orders;

/// <summary>Says where an order is whose cancellation was asked for.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Status">Where it is.</param>
public sealed record CancellationChecked(OrderId OrderId, Guid RequestId, OrderStatus Status) : IMessage;
