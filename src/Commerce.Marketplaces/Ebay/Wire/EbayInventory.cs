namespace Commerce.Marketplaces.Ebay.Wire;

internal sealed record EbayPriceQuantities(IReadOnlyList<EbayPriceQuantity> Requests);

internal sealed record EbayPriceQuantity
{
    public string? Sku { get; init; }

    public EbayShipTo? ShipToLocationAvailability { get; init; }

    public IReadOnlyList<EbayOfferChange>? Offers { get; init; }
}

internal sealed record EbayShipTo(int? Quantity, IReadOnlyList<EbayDistribution>? AvailabilityDistributions = null);

internal sealed record EbayDistribution(string MerchantLocationKey, int Quantity);

internal sealed record EbayOfferChange
{
    public required string OfferId { get; init; }

    public int? AvailableQuantity { get; init; }

    public EbayMoney? Price { get; init; }
}

internal sealed record EbayPriceQuantityAnswers(IReadOnlyList<EbayPriceQuantityAnswer>? Responses);

internal sealed record EbayPriceQuantityAnswer(string? Sku, string? OfferId, int? StatusCode, IReadOnlyList<EbayError>? Errors);

internal sealed record EbayInventoryItems(IReadOnlyList<EbayInventoryItem>? InventoryItems, int? Total, string? Next);

internal sealed record EbayInventoryItem(string? Sku, string? Condition, EbayProduct? Product);

internal sealed record EbayProduct(string? Title, IReadOnlyList<string>? Ean, string? Epid);

internal sealed record EbayOffers(IReadOnlyList<EbayOffer>? Offers, int? Total);

internal sealed record EbayOffer
{
    public string? OfferId { get; init; }

    public string? Sku { get; init; }

    public string? MarketplaceId { get; init; }

    public int? AvailableQuantity { get; init; }

    public EbayOfferPricing? PricingSummary { get; init; }

    public EbayListing? Listing { get; init; }

    public string? Status { get; init; }

    internal bool IsPublished => Status == "PUBLISHED";
}

internal sealed record EbayOfferPricing(EbayAmount? Price);

internal sealed record EbayListing(string? ListingId, string? ListingStatus, bool? ListingOnHold);

internal sealed record EbayOfferKey(string? OfferId);

internal sealed record EbayListingKey(string? ListingId);

internal sealed record EbayFeedInput(string FeedType, string SchemaVersion);

internal sealed record EbayFeedTask(string? TaskId, string? Status, string? FeedType);
