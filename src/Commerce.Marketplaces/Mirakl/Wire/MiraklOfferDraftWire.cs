namespace Commerce.Marketplaces.Mirakl.Wire;

internal sealed record MiraklOfferUpserts(IReadOnlyList<MiraklOfferUpsert> Offers);

internal sealed record MiraklOfferUpsert
{
    public required string ShopSku { get; init; }

    public required string ProductId { get; init; }

    public required string ProductIdType { get; init; }

    public required string StateCode { get; init; }

    public required decimal Price { get; init; }

    public int? Quantity { get; init; }

    public int? LeadtimeToShip { get; init; }

    public string? LogisticClass { get; init; }

    public IReadOnlyList<MiraklChannelPrice>? AllPrices { get; init; }

    public required string UpdateDelete { get; init; }

    public IReadOnlyList<MiraklAdditionalField>? OfferAdditionalFields { get; init; }
}

internal sealed record MiraklChannelPrice(string ChannelCode, decimal UnitOriginPrice);

internal sealed record MiraklAdditionalField(string Code, string Value);
