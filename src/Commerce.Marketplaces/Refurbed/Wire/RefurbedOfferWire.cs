namespace Commerce.Marketplaces.Refurbed.Wire;

internal sealed record RefurbedOfferKey(string? Id = null, string? Sku = null);

internal sealed record RefurbedMarketKey(RefurbedOfferKey OfferId, string MarketCode);

internal sealed record RefurbedOffersRequest(RefurbedPagination Pagination, RefurbedSort Sort, RefurbedOffersFilter? Filter);

internal sealed record RefurbedOffersFilter(RefurbedAnyOf Sku);

internal sealed record RefurbedOffers(IReadOnlyList<RefurbedOffer?>? Offers, bool? HasMore);

internal sealed record RefurbedMarketOffersRequest(RefurbedMarketPagination Pagination, RefurbedSort Sort, RefurbedMarketOffersFilter Filter);

internal sealed record RefurbedMarketPagination(int Limit, RefurbedMarketKey? StartingAfter);

internal sealed record RefurbedMarketOffersFilter(RefurbedAnyOf? Sku, RefurbedAnyOf MarketPriceMarketCode);

internal sealed record RefurbedMarketOffers(IReadOnlyList<RefurbedOffer?>? MarketOffers, bool? HasMore);

/// <summary>An offer, or an offer in one market: the id is a text in the former and names both in the latter.</summary>
internal sealed record RefurbedOffer
{
    public System.Text.Json.JsonElement? Id { get; init; }

    public string? InstanceId { get; init; }

    public string? InstanceName { get; init; }

    public string? State { get; init; }

    public string? Sku { get; init; }

    public string? Grading { get; init; }

    public long? Stock { get; init; }

    public string? ReferenceCurrencyCode { get; init; }

    public string? ReferencePrice { get; init; }

    public RefurbedMarketPrice? MarketPrice { get; init; }

    public RefurbedRejection? RejectionReason { get; init; }
}

internal sealed record RefurbedMarketPrice
{
    public string? MarketCode { get; init; }

    public string? CurrencyCode { get; init; }

    public string? Price { get; init; }

    public string? Visibility { get; init; }
}

internal sealed record RefurbedRejection(string? FreeText, string? Category);

internal sealed record RefurbedOfferUpdates(IReadOnlyList<RefurbedOfferUpdate> Offers);

/// <summary>Only what is set is sent: what is left out stays as it is, and a stock of 0 is sent as 0.</summary>
internal sealed record RefurbedOfferUpdate
{
    public required RefurbedOfferKey Identifier { get; init; }

    public string? Grading { get; init; }

    public string? Warranty { get; init; }

    public long? Stock { get; init; }

    public string? ShippingProfileId { get; init; }

    public string? SecondaryShippingProfileId { get; init; }

    public string? Taxation { get; init; }

    public string? ReferenceCurrencyCode { get; init; }

    public string? ReferencePrice { get; init; }

    public string? ReferenceMinPrice { get; init; }

    public bool? DeleteReferenceMinPrice { get; init; }
}

internal sealed record RefurbedOfferCreates(IReadOnlyList<RefurbedOfferCreate> Offers);

internal sealed record RefurbedOfferCreate
{
    public string? InstanceId { get; init; }

    public string? Gtin { get; init; }

    public string? Mpn { get; init; }

    public required string Sku { get; init; }

    public required string Grading { get; init; }

    public required string Warranty { get; init; }

    public required long Stock { get; init; }

    public required string ShippingProfileId { get; init; }

    public string? SecondaryShippingProfileId { get; init; }

    public required string Taxation { get; init; }

    public required string ReferenceCurrencyCode { get; init; }

    public required string ReferencePrice { get; init; }

    public string? ReferenceMinPrice { get; init; }

    public string? BatteryCondition { get; init; }
}

internal sealed record RefurbedOfferDeletes(IReadOnlyList<RefurbedOfferDelete> Offers);

internal sealed record RefurbedOfferDelete(RefurbedOfferKey Identifier);

internal sealed record RefurbedMarketOfferUpdates(IReadOnlyList<RefurbedMarketOfferUpdate> MarketOffers);

internal sealed record RefurbedMarketOfferUpdate(RefurbedMarketKey Identifier, RefurbedMarketPriceUpdate MarketPrice);

internal sealed record RefurbedMarketPriceUpdate(string CurrencyCode, string Price, string? MinPrice, bool? DeleteMinPrice);

internal sealed record RefurbedMarketOfferCreates(IReadOnlyList<RefurbedMarketOfferCreate> MarketOffers);

internal sealed record RefurbedMarketOfferCreate(RefurbedOfferKey Identifier, RefurbedMarketPriceCreate MarketPrice);

internal sealed record RefurbedMarketPriceCreate(string MarketCode, string CurrencyCode, string Price, string? MinPrice);

internal sealed record RefurbedMarketOfferDeletes(IReadOnlyList<RefurbedMarketOfferDelete> Offers);

internal sealed record RefurbedMarketOfferDelete(RefurbedMarketKey Identifier);
