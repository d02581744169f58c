namespace Commerce.Agents.Domain.Payments;

/// <summary>Decides the review of an order. Answered by <see cref="Answer"/>. A refused order counts as fraud when signals are measured.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="IsApproved">Whether the order may go on.</param>
/// <param name="Note">Why: 1 to 2 000 characters.</param>
/// <param name="Reviewer">Who decides: the shop's key of the person, 1 to 200 characters.</param>
public sealed record DecideReview(OrderId OrderId, bool IsApproved, string Note, string Reviewer) : IMessage;
