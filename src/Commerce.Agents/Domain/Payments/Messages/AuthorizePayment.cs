using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Holds the money of an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Method">The payment method.</param>
public sealed record AuthorizePayment(OrderId OrderId, Money Amount, PaymentMethodToken Method) : IMessage;
