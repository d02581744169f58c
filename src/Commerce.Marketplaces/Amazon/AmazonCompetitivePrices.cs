namespace Commerce.Marketplaces.Amazon;

/// <summary>What a product costs at Amazon now.</summary>
/// <param name="Asin">The product.</param>
/// <param name="MarketplaceId">The store.</param>
public sealed record AmazonCompetitivePrices(string Asin, string MarketplaceId)
{
    /// <summary>Gets the offers that are featured for some buyers.</summary>
    public IReadOnlyList<AmazonFeaturedPrice> Featured { get; init; } = [];

    /// <summary>Gets Amazon's reference prices by name, such as <c>CompetitivePrice</c> or <c>WasPrice</c>.</summary>
    public IReadOnlyDictionary<string, Money> References { get; init; } = new Dictionary<string, Money>();

    /// <summary>Gets why there is no answer for this product.</summary>
    public Refusal? Refusal { get; init; }
}
