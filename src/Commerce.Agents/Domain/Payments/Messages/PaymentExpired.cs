using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The money of an order was not taken in time and is held no longer: the order must not leave before it is paid again.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Amount">What was held.</param>
public sealed record PaymentExpired(OrderId OrderId, GatewayPaymentId PaymentId, Money Amount) : IMessage;
