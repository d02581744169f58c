namespace Commerce.Agents.Domain.Orders;

/// <summary>The time in which somebody should have decided about a cancellation is over. Only the cancellation agent sends this.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
public sealed record CancellationDue(OrderId OrderId, Guid RequestId) : IMessage;
