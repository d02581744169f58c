namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion that takes something off.</summary>
/// <param name="Code">Its code, in capitals.</param>
/// <param name="Goods">What it takes off the goods.</param>
/// <param name="Shipping">What it takes off the shipping.</param>
public sealed record AppliedPromotion(string Code, Money Goods, Money Shipping);
