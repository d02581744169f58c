using System.Globalization;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>What Refurbed would refuse, or silently lose, is refused here, item by item.</summary>
internal static class RefurbedOffersCheck
{
    internal static IReadOnlyList<string> DraftFields { get; } =
        ["taxation", "shipping_profile_id", "secondary_shipping_profile_id", "warranty", "reference_min_price", "battery_condition"];

    internal static IReadOnlyList<OfferKey> Keys<T>(IReadOnlyList<T> items, Func<T, OfferKey> key, string name)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        List<OfferKey> keys = [.. items.Select(key)];
        return keys.Count is > 0 and <= 10_000 && keys.Distinct().Count() == keys.Count
            ? keys
            : throw new ArgumentException($"{name} has {keys.Count} entries: give 1 to 10 000, each once.", name);
    }

    internal static Refusal? Of(StockChange change) =>
        change.Warehouse is not null ? No("Refurbed keeps one stock of an offer, no warehouses.", nameof(change.Warehouse))
        : change.Channel is not null ? No("Refurbed keeps one stock for all markets.", nameof(change.Channel))
        : change.VendorFields.Count > 0 ? No("Stock has no other fields at Refurbed.", nameof(change.VendorFields))
        : null;

    internal static Refusal? Of(PriceChange change) =>
        change.Taxes.Count > 0 ? No("Prices at Refurbed hold the tax; how an offer is taxed is set with the offer.", nameof(change.Taxes))
        : change.OriginalPrice is not null ? No("Refurbed has no struck-out price.", nameof(change.OriginalPrice))
        : change.ValidFrom is not null || change.ValidUntil is not null ? No("Prices at Refurbed have no period.", nameof(change.ValidFrom))
        : change.VendorFields.Any(static field => field.Key != "delete_min_price" || field.Value != "true")
            ? No("The only vendor field of a price is delete_min_price with the value true.", nameof(change.VendorFields))
        : change is { VendorFields.Count: > 0, MinimumPrice: not null } ? Bad("MinimumPrice is set, and delete_min_price takes it away: give one of them.", nameof(change.MinimumPrice))
        : change.MinimumPrice is { } minimum && (minimum.Currency != change.Price.Currency || minimum > change.Price)
            ? Bad($"MinimumPrice is {minimum}: give it in {change.Price.Currency} and not above the price.", nameof(change.MinimumPrice))
        : !RefurbedMoney.IsWritable(change.Price) || (change.MinimumPrice is { } least && !RefurbedMoney.IsWritable(least))
            ? Bad($"Price is {change.Price}: Refurbed takes two decimals at most.", nameof(change.Price))
        : null;

    internal static Refusal? OfRemoval(OfferKey key) =>
        key.Warehouse is not null ? No("Refurbed has no warehouses.", nameof(key.Warehouse))
        : key.Channel is null ? Bad("Channel is not set: the general price cannot be taken away, name the market.", nameof(key.Channel))
        : null;

    internal static Refusal? OfEnd(OfferKey key) =>
        key.Warehouse is not null ? No("Refurbed has no warehouses.", nameof(key.Warehouse))
        : key.Channel is not null ? No("An offer is ended in all markets; in one, its price can be taken away with RemovePricesAsync.", nameof(key.Channel))
        : null;

    internal static Refusal? Of(OfferDraft draft, RefurbedMarketplaceOptions options, bool isNew)
    {
        if (draft.Channel is not null)
        {
            return No("An offer at Refurbed is one for all markets: set prices of markets with UpdatePricesAsync.", nameof(draft.Channel));
        }

        if (draft.Taxes.Count > 0 || draft.LeadTimeDays is not null)
        {
            return No("Taxes and lead times are no fields of offers: the taxation and the shipping profile tell them.", draft.Taxes.Count > 0 ? nameof(draft.Taxes) : nameof(draft.LeadTimeDays));
        }

        if (draft.VendorFields.Keys.FirstOrDefault(static field => !DraftFields.Contains(field)) is { } unknown)
        {
            return No($"{unknown} is no vendor field of offers: there are {string.Join(", ", DraftFields)}.", nameof(draft.VendorFields));
        }

        if (draft.Condition is not ("A" or "B" or "C" or "AA"))
        {
            return Bad($"Condition is {draft.Condition}: Refurbed grades A, B, C and AA.", nameof(draft.Condition));
        }

        if (!RefurbedMoney.IsWritable(draft.Price))
        {
            return Bad($"Price is {draft.Price}: Refurbed takes two decimals at most.", nameof(draft.Price));
        }

        if (RefurbedOfferMapping.ProductFieldOf(draft) is not { } product || (product != "mpn" && draft.ProductId.Any(static c => !char.IsAsciiDigit(c))))
        {
            return Bad($"ProductId is a {draft.ProductIdType}: give the digits of an EAN or GTIN, an MPN, or the INSTANCE_ID of Refurbed.", nameof(draft.ProductId));
        }

        return OfFields(draft) ?? (isNew ? OfNew(draft, options) : null);
    }

    private static Refusal? OfNew(OfferDraft draft, RefurbedMarketplaceOptions options) =>
        RefurbedOfferMapping.TaxationOf(draft, options) is null
            ? No("Nobody has decided how new offers are taxed, which is a loss on every sale when it is wrong: set Taxation in the options, or taxation (GROSS or MARGINAL) in the draft's vendor fields.", nameof(options.Taxation))
        : RefurbedOfferMapping.ProfileOf(draft, options) is null
            ? No("Nobody has decided which shipping profile new offers have: set ShippingProfileId in the options, or shipping_profile_id in the draft's vendor fields.", nameof(options.ShippingProfileId))
        : null;

    private static Refusal? OfFields(OfferDraft draft)
    {
        foreach (var (name, value) in draft.VendorFields)
        {
            var isGood = name switch
            {
                "taxation" => value is "GROSS" or "MARGINAL",
                "warranty" => value is "M12" or "M18" or "M24" or "M30" or "M36",
                "battery_condition" => value is "OPTIMAL" or "NEW",
                "reference_min_price" => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
                    && price > 0 && price <= draft.Price.Amount && decimal.Round(price, 2) == price,
                _ => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0,
            };
            if (!isGood)
            {
                return Bad($"The vendor field {name} has a value that Refurbed does not take.", nameof(draft.VendorFields));
            }
        }

        return null;
    }

    private static Refusal No(string reason, string field) => new(RefusalCode.NotSupported, reason) { Field = field };

    private static Refusal Bad(string reason, string field) => new(RefusalCode.Validation, reason) { Field = field };
}
