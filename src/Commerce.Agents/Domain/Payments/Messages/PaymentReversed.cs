namespace Commerce.Agents.Domain.Payments;

/// <summary>The payment of an order is undone, or a refund is on its way.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Voided">What was held and is let go.</param>
/// <param name="Refund">What goes back.</param>
public sealed record PaymentReversed(OrderId OrderId, Guid RequestId, Money? Voided, Money? Refund) : IMessage;
