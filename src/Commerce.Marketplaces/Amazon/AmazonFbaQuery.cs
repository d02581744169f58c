namespace Commerce.Marketplaces.Amazon;

/// <summary>Which items of Amazon's warehouses to list.</summary>
public sealed record AmazonFbaQuery
{
    /// <summary>Gets the store; the account's first one when not given.</summary>
    public string? MarketplaceId { get; init; }

    /// <summary>Gets the SKUs: at most 50; empty for all.</summary>
    public IReadOnlyList<Sku> Skus { get; init; } = [];

    /// <summary>Gets the time of the last change from which on, at most 18 months back.</summary>
    public DateTimeOffset? ChangedSince { get; init; }
}
