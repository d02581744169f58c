namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A marketplace has answered to a product's price.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Price">What the buyer pays there.</param>
/// <param name="Refusal">Why the marketplace did not take it; none when it did.</param>
public sealed record MarketplacePriceSynced(string Account, Sku Sku, Money Price, string? Refusal = null) : IMessage;
