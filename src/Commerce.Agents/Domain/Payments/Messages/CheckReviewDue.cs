namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks whether a review was decided when it was due.</summary>
/// <param name="OrderId">The order.</param>
public sealed record CheckReviewDue(OrderId OrderId) : IMessage;
