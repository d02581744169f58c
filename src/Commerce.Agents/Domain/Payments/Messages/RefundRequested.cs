using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Money of an order is to go back to its buyer. <see cref="RefundApproved"/> and <see cref="RefundCompleted"/>, or <see cref="RefundFailed"/> follow.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The id of what asks for it, so that it counts once.</param>
/// <param name="Amount">How much: more than 0, at most what was taken and has not gone back.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestedBy">Who asked for it.</param>
public sealed record RefundRequested(OrderId OrderId, Guid RequestId, Money Amount, PaymentRefundReason Reason, string RequestedBy) : IMessage;
