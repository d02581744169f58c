namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks the gateway for a refund that is approved. Only the payment agent sends this.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="RefundId">The refund.</param>
public sealed record ExecuteRefund(OrderId OrderId, Guid RefundId) : IMessage;
