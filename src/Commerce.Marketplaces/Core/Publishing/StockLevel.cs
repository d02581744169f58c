namespace Commerce.Marketplaces.Publishing;

/// <summary>How many pieces of a SKU there are to sell.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Available">The pieces, before the buffer of the account: 0 or more; less counts as 0.</param>
/// <param name="Account">The only account that it is for; all of them when not given.</param>
/// <param name="Channel">The sales channel, country or market in the marketplace's code.</param>
/// <param name="Warehouse">The warehouse in the marketplace's code.</param>
public sealed record StockLevel(Sku Sku, int Available, string? Account = null, string? Channel = null, string? Warehouse = null);
