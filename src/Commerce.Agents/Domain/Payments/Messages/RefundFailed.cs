namespace Commerce.Agents.Domain.Payments;

/// <summary>A refund will not happen by itself.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why, and what a person can do.</param>
public sealed record RefundFailed(OrderId OrderId, Guid RefundId, Money Amount, string Reason) : IMessage;
