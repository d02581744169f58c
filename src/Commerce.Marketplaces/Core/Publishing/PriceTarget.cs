namespace Commerce.Marketplaces.Publishing;

/// <summary>What a SKU shall cost.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Price">The price that the buyer pays.</param>
/// <param name="Floor">The price below which it must never go, in the same currency.</param>
/// <param name="Account">The only account that it is for; all of them when not given.</param>
/// <param name="Channel">The sales channel, country or market in the marketplace's code.</param>
public sealed record PriceTarget(Sku Sku, Money Price, Money? Floor, string? Account = null, string? Channel = null);
