using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commerce.Marketplaces.Cdiscount.Wire;

internal sealed record CdiscountOffers(IReadOnlyList<CdiscountOffer>? Items);

internal sealed record CdiscountOffer
{
    public string? OfferId { get; init; }

    public string? SellerExternalReference { get; init; }

    public string? SalesChannelId { get; init; }

    public CdiscountProduct? Product { get; init; }

    public string? Gtin { get; init; }

    public string? ProductReference { get; init; }

    public string? Condition { get; init; }

    public string? OfferState { get; init; }

    public CdiscountOfferPrice? FacialPrice { get; init; }

    public CdiscountOfferPrice? IntegrationPrice { get; init; }

    /// <summary>Gets the stock. Octopia does not publish the field, so anything that is no whole number is none.</summary>
    public JsonElement? Quantity { get; init; }

    public CdiscountFeedback? SalesChannelFeedback { get; init; }
}

internal sealed record CdiscountOfferPrice(decimal? Price);

internal sealed record CdiscountFeedback(string? Visibility);

internal sealed record CdiscountProduct(string? Gtin, string? Reference);

internal sealed record CdiscountPackageType(string PackageType);

internal sealed record CdiscountPackageState(string State);

internal sealed record CdiscountPackage
{
    public string? PackageId { get; init; }

    public string? State { get; init; }

    public CdiscountResult? Result { get; init; }
}

internal sealed record CdiscountResult(string? ResultCode, string? Message);

internal sealed record CdiscountOfferRequest
{
    public required string SellerExternalReference { get; init; }

    public CdiscountProduct? Product { get; init; }

    public string? Condition { get; init; }

    public CdiscountPrice? Price { get; init; }

    public IReadOnlyList<CdiscountDeliveryCost>? DeliveryModes { get; init; }

    public int? PreparationTime { get; init; }

    public int? Quantity { get; init; }
}

internal sealed record CdiscountPrice
{
    public required decimal Price { get; init; }

    public decimal? OriginPrice { get; init; }

    public string? CurrencyCode { get; init; }

    public required IReadOnlyList<CdiscountPriceTax> Taxes { get; init; }
}

internal sealed record CdiscountPriceTax(string Code, string? Type, decimal Value);

internal sealed record CdiscountDeliveryCost(string Code, decimal Cost, decimal? AdditionalCost);

internal sealed record CdiscountResults(IReadOnlyList<CdiscountOfferResult>? Items);

internal sealed record CdiscountOfferResult
{
    public string? SellerExternalReference { get; init; }

    public string? IntegrationStatus { get; init; }

    public IReadOnlyList<CdiscountResult>? Results { get; init; }
}

internal sealed record CdiscountModes(IReadOnlyList<CdiscountMode>? Items);

internal sealed record CdiscountMode(
    string? Code, string? Name, [property: JsonPropertyName("is_express_delivery")] bool? IsExpressDelivery);
