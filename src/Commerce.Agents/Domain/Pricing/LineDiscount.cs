namespace Commerce.Agents.Domain.Pricing;

/// <summary>What promotions take off one line.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Goods">The line before discounts, without tax.</param>
/// <param name="Discount">The discount: 0 to <paramref name="Goods"/>.</param>
public sealed record LineDiscount(Sku Sku, Money Goods, Money Discount);
