using System.Globalization;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Our changes of offers to Octopia's requests, one by one: each is a request or the reason why not. Pure functions.</summary>
internal static class CdiscountOfferRequests
{
    internal const string Vat = "VAT";
    internal const string Ecotax = "Ecotax";
    internal const string Deatax = "Deatax";

    private const int MaxSku = 50;
    private const string ModePrefix = "deliveryModes.";

    internal static Refusal Undecided { get; } = new(
        RefusalCode.NotSupported,
        "TaxEncoding is not set, and Octopia's sources contradict each other: Percent sends {\"code\":\"VAT\",\"value\":20}, Rate sends {\"code\":\"vat\",\"type\":\"Rate\",\"value\":0.2} for twenty percent. "
            + "Look at both with the preview, check one offer in the seller portal, then choose one in the options.")
    {
        Field = nameof(CdiscountMarketplaceOptions.TaxEncoding),
    };

    internal static (CdiscountOfferRequest? Request, Refusal? Refusal) Stock(StockChange change, string channel) =>
        (KeyMistake(change.Key, channel) ?? FieldMistake(change.VendorFields.Keys)) is { } refusal
            ? (null, refusal)
            : (new CdiscountOfferRequest { SellerExternalReference = change.Sku.Value, Quantity = change.Quantity }, null);

    internal static (CdiscountOfferRequest? Request, Refusal? Refusal) End(OfferKey key, string channel) =>
        KeyMistake(key, channel) is { } refusal ? (null, refusal) : (new CdiscountOfferRequest { SellerExternalReference = key.Sku.Value }, null);

    internal static (CdiscountOfferRequest? Request, Refusal? Refusal) Price(
        PriceChange change, CdiscountMarketplaceOptions options, CdiscountTaxEncoding encoding)
    {
        if ((KeyMistake(change.Key, options.SalesChannelId) ?? FieldMistake(change.VendorFields.Keys)) is { } refusal)
        {
            return (null, refusal);
        }

        if (change.MinimumPrice is not null || change.ValidFrom is not null || change.ValidUntil is not null)
        {
            return (null, new Refusal(RefusalCode.NotSupported, $"The price of {change.Sku} has a minimum or a period: Octopia's offers have neither, leave them out.") { Field = "MinimumPrice" });
        }

        var (price, mistake) = ToPrice(change.Sku, change.Price, change.OriginalPrice, change.Taxes, options.DefaultVatPercent, encoding);
        return (price is null ? null : new CdiscountOfferRequest { SellerExternalReference = change.Sku.Value, Price = price }, mistake);
    }

    internal static (CdiscountOfferRequest? Request, Refusal? Refusal) Offer(
        OfferDraft offer, CdiscountMarketplaceOptions options, CdiscountTaxEncoding encoding)
    {
        if ((KeyMistake(offer.Key, options.SalesChannelId) ?? FieldMistake(offer.VendorFields.Keys.Where(static name => !name.StartsWith(ModePrefix, StringComparison.Ordinal)))) is { } refusal)
        {
            return (null, refusal);
        }

        if (Product(offer) is not { } product)
        {
            return (null, new Refusal(RefusalCode.Validation, $"The product of {offer.Sku} is a {offer.ProductIdType}: give an EAN of 8 to 14 digits, or a REFERENCE of the marketplace.") { Field = nameof(offer.ProductId) });
        }

        if (Modes(offer.VendorFields) is not { } modes)
        {
            return (null, new Refusal(RefusalCode.Validation, $"A delivery mode of {offer.Sku} cannot be read: write deliveryModes.TRK.cost and deliveryModes.TRK.additionalCost as numbers like 4.90, each with its cost.") { Field = "VendorFields" });
        }

        var (price, mistake) = ToPrice(offer.Sku, offer.Price, null, offer.Taxes, options.DefaultVatPercent, encoding);
        return price is null ? (null, mistake) : (new CdiscountOfferRequest
        {
            SellerExternalReference = offer.Sku.Value,
            Product = product,
            Condition = offer.Condition,
            Price = price,
            DeliveryModes = modes.Count == 0 ? null : modes,
            PreparationTime = offer.LeadTimeDays,
            Quantity = offer.Quantity,
        }, null);
    }

    private static Refusal? KeyMistake(OfferKey key, string channel) => key switch
    {
        { Sku.Value.Length: > MaxSku } => new Refusal(RefusalCode.Validation, $"The SKU has {key.Sku.Value.Length} characters: Octopia takes at most {MaxSku}.") { Field = "Sku" },
        { Warehouse: not null } => new Refusal(RefusalCode.NotSupported, $"{key} names a warehouse: Octopia's offers have none, leave it out.") { Field = "Warehouse" },
        { Channel: { } other } when other != channel => new Refusal(
            RefusalCode.Validation, $"{key} is not the channel {channel} of this account: register another account for it.") { Field = "Channel" },
        _ => null,
    };

    private static Refusal? FieldMistake(IEnumerable<string> names) => names.FirstOrDefault() is { } name
        ? new Refusal(RefusalCode.NotSupported, $"The vendor field {name} is not sent to Octopia: leave it out.") { Field = "VendorFields" }
        : null;

    private static CdiscountProduct? Product(OfferDraft offer) => offer.ProductIdType.ToUpperInvariant() switch
    {
        "EAN" or "GTIN" when offer.ProductId.Length is >= 8 and <= 14 && offer.ProductId.All(char.IsAsciiDigit) => new CdiscountProduct(offer.ProductId, null),
        "REFERENCE" => new CdiscountProduct(null, offer.ProductId),
        _ => null,
    };

    private static List<CdiscountDeliveryCost>? Modes(IReadOnlyDictionary<string, string> fields)
    {
        var costs = new SortedDictionary<string, (decimal? Cost, decimal? Additional)>(StringComparer.Ordinal);
        foreach (var (name, text) in fields)
        {
            var parts = name.Split('.');
            if (parts is not [_, { Length: > 0 } code, "cost" or "additionalCost"]
                || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return null;
            }

            var known = costs.GetValueOrDefault(code);
            costs[code] = parts[2] == "cost" ? (amount, known.Additional) : (known.Cost, amount);
        }

        return costs.Values.Any(static mode => mode.Cost is null)
            ? null
            : [.. costs.Select(static mode => new CdiscountDeliveryCost(mode.Key, mode.Value.Cost!.Value, mode.Value.Additional))];
    }

    private static (CdiscountPrice? Price, Refusal? Refusal) ToPrice(
        Sku sku, Money price, Money? original, IReadOnlyList<PriceTax> taxes, decimal? defaultVat, CdiscountTaxEncoding encoding)
    {
        if (price.Currency != Currency.Eur || (original is { } other && other.Currency != Currency.Eur) || price != price.Round())
        {
            return (null, new Refusal(RefusalCode.Validation, $"The price of {sku} is {price}: Octopia takes euros, in whole cents.") { Field = "Price" });
        }

        if (taxes.Count == 0 && defaultVat is null)
        {
            return (null, new Refusal(RefusalCode.Validation, $"The price of {sku} names no taxes: Octopia replaces them with each price, so give VAT, Ecotax and Deatax, or set DefaultVatPercent.") { Field = "Taxes" });
        }

        decimal? vat = taxes.Count == 0 ? defaultVat : null;
        var (ecotax, deatax) = (0m, 0m);
        foreach (var tax in taxes)
        {
            var isVat = Is(tax, Vat);
            if (isVat ? tax.Percent is null : (!Is(tax, Ecotax) && !Is(tax, Deatax)) || tax.Amount is not { } amount || amount.Currency != Currency.Eur)
            {
                return (null, new Refusal(RefusalCode.Validation, $"The tax {tax.Code} of {sku} cannot be sent: give VAT in percent, Ecotax and Deatax as amounts in euros.") { Field = "Taxes" });
            }

            _ = isVat ? (vat = tax.Percent) : Is(tax, Ecotax) ? (ecotax = tax.Amount!.Value.Amount) : deatax = tax.Amount!.Value.Amount;
        }

        return vat is not { } percent
            ? (null, new Refusal(RefusalCode.Validation, $"The price of {sku} has no VAT among its taxes: Octopia replaces all of them with each price.") { Field = "Taxes" })
            : (new CdiscountPrice
            {
                Price = price.Amount,
                OriginPrice = original?.Amount,
                CurrencyCode = encoding == CdiscountTaxEncoding.Rate ? price.Currency.Code : null,
                Taxes = Encode(percent, ecotax, deatax, encoding),
            }, null);
    }

    private static bool Is(PriceTax tax, string code) => tax.Code.Equals(code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one place that knows the encodings. Levies go along even when they are nothing.</summary>
    private static CdiscountPriceTax[] Encode(decimal percent, decimal ecotax, decimal deatax, CdiscountTaxEncoding encoding) =>
        encoding == CdiscountTaxEncoding.Percent
            ? [new(Vat, null, percent), new(Ecotax, null, ecotax), new(Deatax, null, deatax)]
            : [new("vat", "Rate", percent / 100), new("ecoTax", "Amount", ecotax), new("deaTax", "Amount", deatax)];
}
