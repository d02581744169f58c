namespace Commerce.Agents.Domain.Orders;

/// <summary>The sums of an order.</summary>
/// <param name="Goods">The goods after discount, without tax.</param>
/// <param name="Discount">The discount; with tax where <see cref="OrderOptions.PricesIncludeTax"/>.</param>
/// <param name="Shipping">The shipping, without tax.</param>
/// <param name="Tax">The tax on goods and shipping.</param>
/// <param name="Total">What the buyer pays.</param>
public sealed record OrderTotals(Money Goods, Money Discount, Money Shipping, Money Tax, Money Total);
