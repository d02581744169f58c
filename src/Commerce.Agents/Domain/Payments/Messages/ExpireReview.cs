namespace Commerce.Agents.Domain.Payments;

/// <summary>Ends a review that nobody decided.</summary>
/// <param name="OrderId">The order.</param>
public sealed record ExpireReview(OrderId OrderId) : IMessage;
