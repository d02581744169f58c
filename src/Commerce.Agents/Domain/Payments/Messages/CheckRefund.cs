namespace Commerce.Agents.Domain.Payments;

/// <summary>Looks what became of a refund that the gateway has not ended. Only the payment agent sends this.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
public sealed record CheckRefund(OrderId OrderId, Guid RefundId) : IMessage;
