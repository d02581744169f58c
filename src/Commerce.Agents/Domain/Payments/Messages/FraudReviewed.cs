namespace Commerce.Agents.Domain.Payments;

/// <summary>The review of an order has ended. An order that is not approved must be cancelled.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="IsApproved">Whether the order may go on.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record FraudReviewed(OrderId OrderId, bool IsApproved, string Reason) : IMessage;
