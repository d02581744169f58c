namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant has a part in an order.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="OrderId">The order.</param>
public sealed record MerchantSold(TenantId Merchant, OrderId OrderId) : IMessage;
