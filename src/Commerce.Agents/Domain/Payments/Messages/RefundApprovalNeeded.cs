namespace Commerce.Agents.Domain.Payments;

/// <summary>A refund waits for a second person: it is large, or the payment is old.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why a second person is needed.</param>
public sealed record RefundApprovalNeeded(OrderId OrderId, Guid RefundId, Money Amount, string Reason) : IMessage;
