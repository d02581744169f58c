namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A marketplace has answered to a product's quantity.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many are on sale.</param>
/// <param name="Refusal">Why the marketplace did not take it; none when it did.</param>
public sealed record MarketplaceInventorySynced(string Account, Sku Sku, int Quantity, string? Refusal = null) : IMessage;
