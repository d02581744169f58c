using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>What selling and shipping need to know of a product.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Title">The title.</param>
/// <param name="Price">The price; without tax, unless <see cref="Orders.OrderOptions.PricesIncludeTax"/>.</param>
/// <param name="Weight">The weight without packaging.</param>
/// <param name="Size">The outer dimensions; the smallest box is taken when they are not known.</param>
/// <param name="Category">The category, by which commissions and promotions are found; none when not given.</param>
/// <param name="Subcategory">The subcategory; none when not given.</param>
public sealed record ProductInfo(
    Sku Sku, string Title, Money Price, Weight Weight, Dimensions? Size = null, string? Category = null, string? Subcategory = null)
{
    /// <summary>Gets which rate its tax has.</summary>
    public TaxClass TaxClass { get; init; }

    /// <summary>Gets what it costs the shop, for promotions that must not sell below it.</summary>
    public Money? Cost { get; init; }
}
