namespace Commerce.Agents.Domain.Payments;

/// <summary>A review was not decided when it was due. Told once.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="ExpiresAt">When the order is cancelled.</param>
public sealed record FraudReviewOverdue(OrderId OrderId, DateTimeOffset DueAt, DateTimeOffset ExpiresAt) : IMessage;
