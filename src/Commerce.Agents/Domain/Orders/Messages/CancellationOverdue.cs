namespace Commerce.Agents.Domain.Orders;

/// <summary>Nobody has decided about a cancellation in time.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
public sealed record CancellationOverdue(OrderId OrderId, Guid RequestId) : IMessage;
