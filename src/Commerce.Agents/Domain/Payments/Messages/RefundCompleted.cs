namespace Commerce.Agents.Domain.Payments;

/// <summary>The gateway has given money back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsAll">Whether all that was taken has gone back.</param>
public sealed record RefundCompleted(OrderId OrderId, Guid RefundId, Money Amount, bool IsAll) : IMessage;
