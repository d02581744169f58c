namespace Commerce.Agents.Domain.Orders;

/// <summary>A person's word about a cancellation that waits for it. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="IsApproved">Whether the order is cancelled.</param>
/// <param name="Reviewer">Who decides.</param>
/// <param name="Note">Why.</param>
public sealed record ReviewCancellation(OrderId OrderId, bool IsApproved, string Reviewer, string? Note = null) : IMessage;
