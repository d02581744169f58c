using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Undoes the payment of an order, whatever state it is in: lets go what is held, gives back what was taken. <see cref="PaymentReversed"/> follows.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RequestId">The id that a refund gets, so that repeating it changes nothing.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestedBy">Who asked for it.</param>
public sealed record ReversePayment(OrderId OrderId, Guid RequestId, PaymentRefundReason Reason, string RequestedBy) : IMessage;
