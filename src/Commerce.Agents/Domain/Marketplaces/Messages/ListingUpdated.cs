namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A listing was changed at the marketplace.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="ListingId">The marketplace's key, where it is known.</param>
public sealed record ListingUpdated(string Account, Sku Sku, string? ListingId = null) : IMessage;
