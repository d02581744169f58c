using System.Globalization;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Our offers to Refurbed's words. Pure functions. A price always goes with its currency, so that it can never be read in another one.</summary>
internal static class RefurbedOfferMapping
{
    internal static RefurbedOfferUpdate ToUpdate(StockChange change) => new() { Identifier = KeyOf(change.Sku), Stock = change.Quantity };

    internal static RefurbedOfferUpdate ToUpdate(PriceChange change) => new()
    {
        Identifier = KeyOf(change.Sku),
        ReferenceCurrencyCode = change.Price.Currency.Code,
        ReferencePrice = RefurbedMoney.Write(change.Price),
        ReferenceMinPrice = change.MinimumPrice is { } minimum ? RefurbedMoney.Write(minimum) : null,
        DeleteReferenceMinPrice = change.VendorFields.Count > 0 ? true : null,
    };

    internal static RefurbedMarketOfferUpdate ToMarketUpdate(PriceChange change) => new(
        MarketKey(change.Key),
        new RefurbedMarketPriceUpdate(
            change.Price.Currency.Code,
            RefurbedMoney.Write(change.Price),
            change.MinimumPrice is { } minimum ? RefurbedMoney.Write(minimum) : null,
            change.VendorFields.Count > 0 ? true : null));

    internal static RefurbedMarketOfferCreate ToMarketCreate(PriceChange change) => new(
        KeyOf(change.Sku),
        new RefurbedMarketPriceCreate(
            change.Channel!, change.Price.Currency.Code, RefurbedMoney.Write(change.Price), change.MinimumPrice is { } minimum ? RefurbedMoney.Write(minimum) : null));

    internal static RefurbedOfferKey KeyOf(Sku sku) => new(Sku: sku.Value);

    internal static RefurbedMarketKey MarketKey(OfferKey key) => new(KeyOf(key.Sku), key.Channel!);

    internal static RefurbedOfferCreate ToCreate(OfferDraft draft, RefurbedMarketplaceOptions options)
    {
        var product = ProductFieldOf(draft);
        return new RefurbedOfferCreate
        {
            InstanceId = product == "instance_id" ? draft.ProductId : null,
            Gtin = product == "gtin" ? draft.ProductId : null,
            Mpn = product == "mpn" ? draft.ProductId : null,
            Sku = draft.Sku.Value,
            Grading = draft.Condition,
            Warranty = draft.VendorFields.GetValueOrDefault("warranty", "M12"),
            Stock = draft.Quantity,
            ShippingProfileId = ProfileOf(draft, options)!,
            SecondaryShippingProfileId = draft.VendorFields.GetValueOrDefault("secondary_shipping_profile_id"),
            Taxation = TaxationOf(draft, options)!,
            ReferenceCurrencyCode = draft.Price.Currency.Code,
            ReferencePrice = RefurbedMoney.Write(draft.Price),
            ReferenceMinPrice = draft.VendorFields.GetValueOrDefault("reference_min_price"),
            BatteryCondition = draft.VendorFields.GetValueOrDefault("battery_condition"),
        };
    }

    /// <summary>An offer that is there keeps what the draft does not say; the options are for new offers.</summary>
    internal static RefurbedOfferUpdate ToUpdate(OfferDraft draft) => new()
    {
        Identifier = KeyOf(draft.Sku),
        Grading = draft.Condition,
        Warranty = draft.VendorFields.GetValueOrDefault("warranty"),
        Stock = draft.Quantity,
        ShippingProfileId = draft.VendorFields.GetValueOrDefault("shipping_profile_id"),
        SecondaryShippingProfileId = draft.VendorFields.GetValueOrDefault("secondary_shipping_profile_id"),
        Taxation = draft.VendorFields.GetValueOrDefault("taxation"),
        ReferenceCurrencyCode = draft.Price.Currency.Code,
        ReferencePrice = RefurbedMoney.Write(draft.Price),
        ReferenceMinPrice = draft.VendorFields.GetValueOrDefault("reference_min_price"),
    };

    internal static string? ProductFieldOf(OfferDraft draft) => draft.ProductIdType.ToUpperInvariant() switch
    {
        "EAN" or "GTIN" => "gtin",
        "MPN" => "mpn",
        "INSTANCE_ID" => "instance_id",
        _ => null,
    };

    internal static string? TaxationOf(OfferDraft draft, RefurbedMarketplaceOptions options) => draft.VendorFields.GetValueOrDefault("taxation") ?? options.Taxation switch
    {
        RefurbedTaxation.Gross => "GROSS",
        RefurbedTaxation.Marginal => "MARGINAL",
        _ => null,
    };

    internal static string? ProfileOf(OfferDraft draft, RefurbedMarketplaceOptions options) =>
        draft.VendorFields.GetValueOrDefault("shipping_profile_id") ?? options.ShippingProfileId?.ToString(CultureInfo.InvariantCulture);
}
