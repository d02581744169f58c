using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>A buyer pays again.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Method">The payment method.</param>
public sealed record OrderPaymentRetried(OrderId OrderId, PaymentMethodToken Method) : IMessage;
