namespace Commerce.Agents.Domain.Pricing;

/// <summary>An order has used a promotion.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Code">Its code, in capitals.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">What it took off.</param>
public sealed record PromotionRedeemed(Guid PromotionId, string Code, OrderId OrderId, Money Amount) : IMessage;
