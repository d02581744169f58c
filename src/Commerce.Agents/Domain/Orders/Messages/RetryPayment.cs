using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Pays again after a refusal, within a day of it; answered by <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Method">The payment method.</param>
public sealed record RetryPayment(OrderId OrderId, PaymentMethodToken Method) : IMessage;
