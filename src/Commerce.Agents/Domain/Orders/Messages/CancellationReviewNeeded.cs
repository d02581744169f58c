namespace Commerce.Agents.Domain.Orders;

/// <summary>A cancellation waits for a person: the rules do not decide it.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why the order should be cancelled: one of <see cref="CancellationReasons"/>.</param>
/// <param name="DueAt">By when a person should have decided.</param>
public sealed record CancellationReviewNeeded(Guid RequestId, OrderId OrderId, string Reason, DateTimeOffset DueAt) : IMessage;
