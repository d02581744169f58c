namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A listing is on sale.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="ListingId">The marketplace's key, where it is known.</param>
public sealed record ListingPublished(string Account, Sku Sku, string? ListingId = null) : IMessage;
