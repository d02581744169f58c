namespace Commerce.Agents.Domain.Payments;

/// <summary>A refund may go to the gateway.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
/// <param name="Amount">How much.</param>
public sealed record RefundApproved(OrderId OrderId, Guid RefundId, Money Amount) : IMessage;
