using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Holds the money of an order anew, because the hold is about to end.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="PaymentId">The payment whose hold ends; another one, or one that was captured, is left alone.</param>
public sealed record RenewAuthorization(OrderId OrderId, GatewayPaymentId PaymentId) : IMessage;
