namespace Commerce.Agents.Domain.Orders;

/// <summary>Asks an order where it is. Only the cancellation agent sends this.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
public sealed record CheckCancellable(OrderId OrderId, Guid RequestId) : IMessage;
