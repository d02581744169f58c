namespace Commerce.Agents.Domain.Orders;

/// <summary>Somebody asks for the cancellation of an order.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestedBy">Who.</param>
public sealed record OrderCancellationRequested(Guid RequestId, OrderId OrderId, string Reason, string RequestedBy) : IMessage;
