namespace Commerce.Agents.Domain.Pricing;

/// <summary>An order has given its use of a promotion back.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Code">Its code, in capitals.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">What it had taken off.</param>
public sealed record RedemptionReversed(Guid PromotionId, string Code, OrderId OrderId, Money Amount) : IMessage;
