namespace Commerce.Agents.Domain.Catalog;

/// <summary>What selling and shipping need to know of a product.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Title">The title.</param>
/// <param name="Price">The price without tax.</param>
/// <param name="Weight">The weight without packaging.</param>
/// <param name="Size">The outer dimensions; the smallest box is taken when they are not known.</param>
public sealed record ProductInfo(Sku Sku, string Title, Money Price, Weight Weight, Dimensions? Size = null);
