using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Ends a hold whose time is over.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="PaymentId">The payment whose hold ends; another one, or one that was captured, is left alone.</param>
public sealed record ExpireAuthorization(OrderId OrderId, GatewayPaymentId PaymentId) : IMessage;
