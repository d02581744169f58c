using System.Globalization;
using System.Text;
using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Makes what is told of listings, and reads the reports of batch tasks. Pure functions. Source: Back Market seller API, listings, tasks.</summary>
internal static class BackMarketListings
{
    private const int MaxReportedText = 300;

    internal static Refusal? Objection(StockChange change) => change switch
    {
        { Warehouse: not null } => Refused(RefusalCode.NotSupported, "Back Market knows no warehouses.", nameof(change.Warehouse)),
        { VendorFields.Count: > 0 } => Refused(RefusalCode.NotSupported, "VendorFields is not empty: a quantity goes without, leave them out.", nameof(change.VendorFields)),
        _ => ObjectionToMarket(change.Channel),
    };

    internal static Refusal? Objection(PriceChange change, string market)
    {
        if (change.OriginalPrice is not null || change.ValidFrom is not null || change.ValidUntil is not null || change.Taxes.Count > 0 || change.VendorFields.Count > 0)
        {
            return Refused(RefusalCode.NotSupported, "Back Market has one price for each market, without an original price, a time, taxes or vendor fields.", nameof(change.Price));
        }

        if (change.MinimumPrice is { } minimum && (minimum.Currency != change.Price.Currency || minimum > change.Price || minimum.Round() != minimum))
        {
            return Refused(RefusalCode.Validation, "MinimumPrice is above the price, in another currency or not round.", nameof(change.MinimumPrice));
        }

        return ObjectionToMarket(change.Channel) ?? ObjectionToCurrency(change.Price, market);
    }

    internal static Refusal? Objection(OfferDraft offer, string market, string? conditionColumn, bool canRead)
    {
        if (conditionColumn is null)
        {
            return Refused(
                RefusalCode.NotSupported,
                $"The option {nameof(BackMarketMarketplaceOptions.ConditionColumn)} is not set: Back Market does not publish which column takes the condition, see the template in the back office.",
                nameof(offer.Condition));
        }

        if (!canRead)
        {
            return Refused(
                RefusalCode.NotSupported,
                $"The option {nameof(BackMarketMarketplaceOptions.UnnamedItem)} is not set: decide first what a report that does not name an item means.",
                nameof(offer.Sku));
        }

        if (offer.LeadTimeDays is not null || offer.Taxes.Count > 0)
        {
            return Refused(RefusalCode.NotSupported, "LeadTimeDays and Taxes have no column of their own: give them in VendorFields as the template has them.", nameof(offer.LeadTimeDays));
        }

        if (ProductColumn(offer) is null)
        {
            return Refused(RefusalCode.Validation, "ProductIdType is neither EAN nor product_id.", nameof(offer.ProductIdType));
        }

        if (offer.Price.Round() != offer.Price)
        {
            return Refused(RefusalCode.Validation, "The price has more decimals than its currency.", nameof(offer.Price));
        }

        return ObjectionToMarket(offer.Channel) ?? ObjectionToCurrency(offer.Price, market)
            ?? (BackMarketMarkets.HasDefaultCurrency(market) || offer.VendorFields.ContainsKey("currency")
                ? null
                : Refused(RefusalCode.Validation, $"The market {market} needs the currency: give VendorFields the column currency.", nameof(offer.VendorFields)));
    }

    internal static BackMarketListingUpdate Update(PriceChange change) => new()
    {
        Price = Text(change.Price), Currency = change.Price.Currency.Code, MinPrice = change.MinimumPrice is { } minimum ? Text(minimum) : null,
    };

    internal static BackMarketCatalog Prices(IEnumerable<PriceChange> changes) =>
        Catalog(["sku", "price"], changes.Select(static change => (IReadOnlyList<string>)[change.Sku.Value, Text(change.Price)]));

    internal static BackMarketCatalog Drafts(IReadOnlyList<OfferDraft> offers, string conditionColumn)
    {
        var columns = (string[])
        [
            "sku", .. offers.Select(static offer => ProductColumn(offer)!).Distinct().Order(StringComparer.Ordinal), "price", "quantity", conditionColumn,
            .. offers.SelectMany(static offer => offer.VendorFields.Keys).Distinct().Order(StringComparer.Ordinal),
        ];
        return Catalog(columns, offers.Select(offer => (IReadOnlyList<string>)[.. columns.Select(column => Field(offer, column, conditionColumn))]));
    }

    /// <summary>Tells how a task ended for each item.</summary>
    internal static OfferBatch Ended(OfferBatch batch, BackMarketTask task, BackMarketUnnamedItem? unnamed)
    {
        var reported = Reported(task.Result);
        var isFailed = task.ActionStatus == 8;
        var reason = task.LastActionError.ValueKind == JsonValueKind.String ? task.LastActionError.GetString() : null;
        return batch with
        {
            State = isFailed ? OfferBatchState.Failed : OfferBatchState.Completed,
            Items =
            [
                .. batch.Keys.Select(key => new ItemOutcome<OfferKey>(key, reported.TryGetValue(key.Sku.Value, out var item)
                    ? isFailed ? item ?? Failed(reason) : item
                    : isFailed ? Failed(reason) : Unnamed(key, unnamed))),
            ],
        };
    }

    internal static string Text(Money price) => price.Amount.ToString("F" + price.Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Refusal? Unnamed(OfferKey key, BackMarketUnnamedItem? unnamed) => unnamed switch
    {
        BackMarketUnnamedItem.Done => null,
        BackMarketUnnamedItem.NotDone => new Refusal(RefusalCode.ExternalRejected, $"backmarket does not name {key} in its report."),
        _ => new Refusal(RefusalCode.ExternalRejected, $"backmarket does not name {key} in its report, and the option {nameof(BackMarketMarketplaceOptions.UnnamedItem)} is not set: read the listing."),
    };

    private static Refusal Failed(string? reason) =>
        new(RefusalCode.ExternalRejected, $"backmarket did not finish the task: {(string.IsNullOrEmpty(reason) ? "no reason given" : WireText.Cut(reason, MaxReportedText))}");

    /// <summary>Reads what the report says of each SKU. Only what it calls a success counts as one.</summary>
    private static Dictionary<string, Refusal?> Reported(JsonElement result)
    {
        var reported = new Dictionary<string, Refusal?>(StringComparer.OrdinalIgnoreCase);
        if (result.ValueKind != JsonValueKind.Object)
        {
            return reported;
        }

        foreach (var item in result.EnumerateObject())
        {
            var isDone = item.Value.ValueKind == JsonValueKind.Object && item.Value.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True;
            reported[item.Name] = isDone ? null : new Refusal(RefusalCode.ExternalRejected, $"backmarket refused: {WireText.Cut(item.Value.GetRawText(), MaxReportedText)}");
        }

        return reported;
    }

    private static Refusal? ObjectionToMarket(string? market) =>
        market is null || (market.Length == 5 && market[2] == '-' && market.Where(static (_, index) => index != 2).All(char.IsAsciiLetterLower))
            ? null
            : Refused(RefusalCode.Validation, $"The channel {market} is no market such as fr-fr.", "Channel");

    private static Refusal? ObjectionToCurrency(Money price, string market) =>
        BackMarketMarkets.CurrencyOf(market) is { } currency && currency != price.Currency.Code
            ? Refused(RefusalCode.Validation, $"The market {market} sells in {currency}, the price is in {price.Currency}.", "Price")
            : null;

    private static string? ProductColumn(OfferDraft offer) => offer.ProductIdType.ToUpperInvariant() switch
    {
        "EAN" => "ean",
        "PRODUCT_ID" => "product_id",
        _ => null,
    };

    private static string Field(OfferDraft offer, string column, string conditionColumn) => column switch
    {
        "sku" => offer.Sku.Value,
        "price" => Text(offer.Price),
        "quantity" => offer.Quantity.ToString(CultureInfo.InvariantCulture),
        _ when column == conditionColumn => offer.Condition,
        _ when column == ProductColumn(offer) => offer.ProductId,
        _ => offer.VendorFields.GetValueOrDefault(column, ""),
    };

    private static BackMarketCatalog Catalog(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder().AppendJoin(',', columns.Select(Quoted));
        foreach (var row in rows)
        {
            text.Append('\n').AppendJoin(',', row.Select(Quoted));
        }

        return new BackMarketCatalog("utf-8", ",", "\"", text.ToString());
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static Refusal Refused(RefusalCode code, string message, string field) => new(code, message) { Field = field };
}
