namespace Commerce.Agents.Domain.Payments;

/// <summary>A second person's word about a refund that waits for it. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
/// <param name="IsApproved">Whether the money goes back.</param>
/// <param name="Reviewer">Who: never who asked for it.</param>
public sealed record DecideRefund(OrderId OrderId, Guid RefundId, bool IsApproved, string Reviewer) : IMessage;
