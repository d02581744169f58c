namespace Commerce.Agents.Domain.Orders;

/// <summary>A cancellation is decided.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="OrderId">The order.</param>
/// <param name="IsApproved">Whether the order is cancelled.</param>
/// <param name="Why">Why.</param>
public sealed record OrderCancellationReviewed(Guid RequestId, OrderId OrderId, bool IsApproved, string Why) : IMessage;
