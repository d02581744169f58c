using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private const string Inventory = "sell/inventory/v1/";
    private const int MaxSku = 50;
    private const int BulkSize = 25;
    private const int LookUpsAtOnce = 4;

    private static readonly VendorOperation ListOffersCall = new("list-offers");
    private static readonly VendorOperation ListItems = new("list-inventory");

    // Quantities and prices are absolute.
    private static readonly VendorOperation UpdateBulk = new("update-price-quantity") { IsSafeToRepeat = true };

    public Paged<Offer> ListOffers(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<Offer>((token, cancellationToken) => query.Skus.Count > 0
            ? ListBySkuAsync(query, Offset(token), cancellationToken)
            : ListAllAsync(query, Offset(token), cancellationToken));
    }

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(changes, static change => change.Key);
        return UpdateAsync(
            OfferBatchKind.Stock,
            changes,
            static change => change.Key,
            static change => change.VendorFields.Count > 0 ? NoVendorFields() : null,
            StockOf,
            cancellationToken);
    }

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(changes, static change => change.Key);
        return UpdateAsync(OfferBatchKind.Price, changes, static change => change.Key, Check, PricesOf, cancellationToken);
    }

    public Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);

        // eBay answers at once: there is no import to ask for.
        return Task.FromResult(batch);
    }

    /// <summary>Writes a SKU's quantities: that of the item and of each of its offers, since an offer's own outranks the item's.</summary>
    private static List<(OfferKey Key, (EbayPriceQuantity? Change, Refusal? Refusal) Result)> StockOf(
        IReadOnlyList<StockChange> group, IReadOnlyList<EbayOffer> offers)
    {
        var published = offers.Where(static offer => offer.IsPublished && offer.OfferId is not null).ToList();
        if (group.All(static change => change.Warehouse is not null && change.Channel is null))
        {
            // All warehouses of a SKU go together: what is not named is not there.
            var total = group.Sum(static change => change.Quantity);
            var change = new EbayPriceQuantity
            {
                Sku = group[0].Sku.Value,
                ShipToLocationAvailability = new EbayShipTo(total, [.. group.Select(static part => new EbayDistribution(part.Warehouse!, part.Quantity))]),
                Offers = ChangesOf(published, total),
            };
            return [.. group.Select(part => (part.Key, ((EbayPriceQuantity?)change, (Refusal?)null)))];
        }

        return
        [
            .. group.Select(change =>
            {
                var meant = published.Where(offer => change.Channel is null || offer.MarketplaceId == change.Channel).ToList();
                var refusal = change.Warehouse is not null
                    ? new Refusal(RefusalCode.NotSupported, $"{change.Key} names a warehouse beside entries that name none or a channel: give one kind for a SKU.") { Field = nameof(change.Warehouse) }
                    : change.Channel is not null && meant.Count == 0 ? NoOffer(change.Key, offers) : null;
                return (change.Key, refusal is not null ? ((EbayPriceQuantity?)null, refusal) : (new EbayPriceQuantity
                {
                    Sku = change.Sku.Value,
                    ShipToLocationAvailability = change.Channel is null ? new EbayShipTo(change.Quantity) : null,
                    Offers = ChangesOf(meant, change.Quantity),
                }, null));
            }),
        ];

        static IReadOnlyList<EbayOfferChange>? ChangesOf(List<EbayOffer> meant, int quantity) =>
            meant.Count == 0 ? null : [.. meant.Select(offer => new EbayOfferChange { OfferId = offer.OfferId!, AvailableQuantity = quantity })];
    }

    private static Refusal? Check(PriceChange change) => change.VendorFields.Count > 0 ? NoVendorFields()
        : change.OriginalPrice is not null || change.Taxes.Count > 0 || change.MinimumPrice is not null || change.ValidFrom is not null || change.ValidUntil is not null
            ? new Refusal(RefusalCode.NotSupported, "eBay's price call has neither a struck-through price, taxes, a minimum nor a period: leave them out.") { Field = "OriginalPrice" }
            : null;

    private static List<(OfferKey Key, (EbayPriceQuantity? Change, Refusal? Refusal) Result)> PricesOf(
        IReadOnlyList<PriceChange> group, IReadOnlyList<EbayOffer> offers) => [.. group.Select(change => (change.Key, PriceOf(change, offers)))];

    private static (EbayPriceQuantity? Change, Refusal? Refusal) PriceOf(PriceChange change, IReadOnlyList<EbayOffer> offers)
    {
        var meant = offers.Where(offer => offer.IsPublished && offer.OfferId is not null && (change.Channel is null || offer.MarketplaceId == change.Channel)).ToList();
        return meant.Count == 0 ? (null, NoOffer(change.Key, offers)) : (new EbayPriceQuantity
        {
            Sku = change.Sku.Value,
            Offers = [.. meant.Select(offer => new EbayOfferChange { OfferId = offer.OfferId!, Price = EbayMapping.Money(change.Price) })],
        }, null);
    }

    private static Refusal NoOffer(OfferKey key, IReadOnlyList<EbayOffer> offers) => offers.Count == 0
        ? new Refusal(RefusalCode.NotFound, $"{key} has no offer of the Inventory API.") { Field = "Sku", VendorCode = EbayErrors.OfferGone }
        : new Refusal(RefusalCode.InvalidTransition, $"{key} has no published offer: publish it first (PutOffersAsync).") { Field = "Sku" };

    private static bool IsNoOffer(VendorAnswer answer) => answer.Status == 404 || answer.Error.Code == EbayErrors.OfferGone;

    private async Task<OfferBatch> UpdateAsync<T>(
        OfferBatchKind kind,
        IReadOnlyList<T> changes,
        Func<T, OfferKey> key,
        Func<T, Refusal?> check,
        Func<IReadOnlyList<T>, IReadOnlyList<EbayOffer>, List<(OfferKey Key, (EbayPriceQuantity? Change, Refusal? Refusal) Result)>> write,
        CancellationToken cancellationToken)
    {
        var (batch, entries) = await PrepareAsync(changes, key, check, write, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in Chunks(entries))
        {
            await SendChunkAsync(chunk, batch, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<OfferKey> keys = [.. changes.Select(key)];
        return new OfferBatch { Kind = kind, State = OfferBatchState.Completed, Keys = keys, Items = InOrder(batch, keys) };
    }

    private static IReadOnlyList<ItemOutcome<OfferKey>> InOrder(EbayBatch<OfferKey> batch, IReadOnlyList<OfferKey> keys)
    {
        var outcomes = batch.Outcomes().ToDictionary(static outcome => outcome.Key);
        return [.. keys.Select(key => outcomes[key])];
    }

    /// <summary>Makes what is sent of the changes; those of which nothing is sent have their outcome in the batch.</summary>
    private async Task<(EbayBatch<OfferKey> Batch, List<(IReadOnlyList<OfferKey> Keys, EbayPriceQuantity Change)> Entries)> PrepareAsync<T>(
        IReadOnlyList<T> changes,
        Func<T, OfferKey> key,
        Func<T, Refusal?> check,
        Func<IReadOnlyList<T>, IReadOnlyList<EbayOffer>, List<(OfferKey Key, (EbayPriceQuantity? Change, Refusal? Refusal) Result)>> write,
        CancellationToken cancellationToken)
    {
        var batch = new EbayBatch<OfferKey>();
        var good = new List<T>();
        foreach (var change in changes)
        {
            var refusal = check(change) ?? (key(change).Sku.Value.Length > MaxSku
                ? new Refusal(RefusalCode.Validation, $"The SKU {key(change).Sku} has more than {MaxSku} characters: eBay takes no longer one.") { Field = "Sku" }
                : null);
            if (refusal is null)
            {
                good.Add(change);
            }
            else
            {
                batch.Add(key(change), refusal);
            }
        }

        // The offers of each SKU must be known: changes go by the offer's key, and an unpublished offer takes none.
        var found = new System.Collections.Concurrent.ConcurrentDictionary<Sku, (IReadOnlyList<EbayOffer>? Offers, CommerceException? Failure)>();
        await Parallel.ForEachAsync(
            good.Select(change => key(change).Sku).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = LookUpsAtOnce, CancellationToken = cancellationToken },
            async (sku, stop) =>
            {
                try
                {
                    found[sku] = (await OffersOfAsync(sku, null, stop).ConfigureAwait(false), null);
                }
                catch (CommerceException exception)
                {
                    found[sku] = (null, exception);
                }
            }).ConfigureAwait(false);

        var entries = new List<(IReadOnlyList<OfferKey> Keys, EbayPriceQuantity Change)>();
        foreach (var group in good.GroupBy(change => key(change).Sku))
        {
            if (found[group.Key] is { Failure: { } failure })
            {
                batch.Fail(group.Select(key), failure);
                continue;
            }

            foreach (var same in write([.. group], found[group.Key].Offers!).GroupBy(static entry => entry.Result.Change))
            {
                if (same.Key is { } change)
                {
                    entries.Add(([.. same.Select(static entry => entry.Key)], change));
                    continue;
                }

                foreach (var (refused, result) in same)
                {
                    batch.Add(refused, result.Refusal);
                }
            }
        }

        return (batch, entries);
    }

    /// <summary>Cuts into calls: at most 25 SKUs and 25 offers each, and a SKU once, as its entries are told apart by SKU.</summary>
    private static IEnumerable<List<(IReadOnlyList<OfferKey> Keys, EbayPriceQuantity Change)>> Chunks(
        List<(IReadOnlyList<OfferKey> Keys, EbayPriceQuantity Change)> entries)
    {
        var chunk = new List<(IReadOnlyList<OfferKey> Keys, EbayPriceQuantity Change)>();
        foreach (var entry in entries)
        {
            var offers = chunk.Sum(static part => part.Change.Offers?.Count ?? 0) + (entry.Change.Offers?.Count ?? 0);
            if (chunk.Count > 0 && (chunk.Count == BulkSize || offers > BulkSize || chunk.Exists(part => part.Change.Sku == entry.Change.Sku)))
            {
                yield return chunk;
                chunk = [];
            }

            chunk.Add(entry);
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private async Task SendChunkAsync(
        List<(IReadOnlyList<OfferKey> Keys, EbayPriceQuantity Change)> chunk, EbayBatch<OfferKey> batch, CancellationToken cancellationToken)
    {
        var body = new EbayPriceQuantities([.. chunk.Select(static entry => entry.Change)]);
        try
        {
            var answer = await SendAsync(
                () => Post(Inventory + "bulk_update_price_quantity", body, EbayJson.Default.EbayPriceQuantities), UpdateBulk, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess && EbayErrors.IsRefusal(answer))
            {
                if (chunk.Count > 1)
                {
                    // eBay's own pages differ on whether a call may name several SKUs: one by one it may always.
                    foreach (var entry in chunk)
                    {
                        await SendChunkAsync([entry], batch, cancellationToken).ConfigureAwait(false);
                    }

                    return;
                }

                foreach (var key in chunk[0].Keys)
                {
                    batch.Add(key, EbayErrors.Refusal(answer));
                }

                return;
            }

            var told = answer.IsSuccess ? answer.ReadJson(EbayJson.Default.EbayPriceQuantityAnswers).Responses : throw answer.Failure();
            foreach (var (keys, change) in chunk)
            {
                var own = (told ?? throw answer.Malformed("responses is missing")).Where(entry => entry is not null && IsOf(entry, change)).ToList();
                var refusal = own.Count == 0
                    ? new Refusal(RefusalCode.ExternalUnavailable, $"ebay told nothing of {change.Sku}: read the offer, then send it again.")
                    : own.Find(static entry => entry.StatusCode is not (>= 200 and < 300)) is { } bad ? EbayErrors.Refusal(bad.StatusCode, bad.Errors) : null;
                foreach (var key in keys)
                {
                    batch.Add(key, refusal);
                }
            }
        }
        catch (CommerceException exception)
        {
            batch.Fail(chunk.SelectMany(static entry => entry.Keys), exception);
        }

        static bool IsOf(EbayPriceQuantityAnswer told, EbayPriceQuantity change) => told.Sku is { Length: > 0 }
            ? told.Sku == change.Sku
            : change.Offers?.Any(offer => offer.OfferId == told.OfferId) == true;
    }

    /// <summary>Reads all offers of a SKU; none is an answer too.</summary>
    private async Task<IReadOnlyList<EbayOffer>> OffersOfAsync(Sku sku, string? marketplaceId, CancellationToken cancellationToken) =>
        [.. (await ReadOffersAsync(sku, marketplaceId, cancellationToken).ConfigureAwait(false)).SelectMany(static page => page.Offers)];

    private async Task<List<(VendorAnswer Answer, IReadOnlyList<EbayOffer> Offers)>> ReadOffersAsync(
        Sku sku, string? marketplaceId, CancellationToken cancellationToken)
    {
        var pages = new List<(VendorAnswer Answer, IReadOnlyList<EbayOffer> Offers)>();
        for (var (page, count, total) = (0, 0, 1); count < total; page++)
        {
            // The offset of the Inventory API counts pages.
            var address = new QueryAddress(Inventory + "offer")
                .Add("sku", sku.Value).Add("marketplace_id", marketplaceId).Add("limit", BulkSize).Add("offset", page).ToString();
            var answer = await SendAsync(() => Get(address), ListOffersCall, cancellationToken).ConfigureAwait(false);
            if (IsNoOffer(answer))
            {
                break;
            }

            var body = answer.IsSuccess ? answer.ReadJson(EbayJson.Default.EbayOffers) : throw answer.Failure();
            var offers = Entries(answer, body.Offers, "offers");
            pages.Add((answer, offers));
            (count, total) = (count + offers.Count, offers.Count == 0 ? 0 : body.Total ?? 0);
        }

        return pages;
    }

    // The API finds offers by one SKU; several are asked for one after the other, a page for each.
    private async Task<Page<Offer>> ListBySkuAsync(OfferQuery query, int index, CancellationToken cancellationToken) => new(
        await OffersAsync(query.Skus[index], null, query, cancellationToken).ConfigureAwait(false),
        index + 1 < query.Skus.Count ? Token(index + 1) : null);

    /// <summary>Lists the items of a page, and the offers of each: eBay lists no offers without their SKU.</summary>
    private async Task<Page<Offer>> ListAllAsync(OfferQuery query, int page, CancellationToken cancellationToken)
    {
        var limit = Math.Min(query.PageSize, BulkSize);
        var address = new QueryAddress(Inventory + "inventory_item").Add("limit", limit).Add("offset", page).ToString();
        var answer = await SendAsync(() => Get(address), ListItems, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return new Page<Offer>([]);
        }

        var body = answer.IsSuccess ? answer.ReadJson(EbayJson.Default.EbayInventoryItems) : throw answer.Failure();
        var items = Entries(answer, body.InventoryItems, "inventoryItems");
        var offers = new List<Offer>();
        foreach (var item in items)
        {
            var sku = answer.Map(item, static wire => new Sku(EbayMapping.Needed(wire.Sku, "inventoryItems.sku")));
            offers.AddRange(await OffersAsync(sku, item, query, cancellationToken).ConfigureAwait(false));
        }

        return new Page<Offer>(offers, items.Count > 0 && (page * limit) + items.Count < body.Total ? Token(page + 1) : null);
    }

    private static ContinuationToken Token(int position) => new(position.ToString(CultureInfo.InvariantCulture));

    private async Task<IReadOnlyList<Offer>> OffersAsync(Sku sku, EbayInventoryItem? item, OfferQuery query, CancellationToken cancellationToken)
    {
        var result = new List<Offer>();
        foreach (var (answer, offers) in await ReadOffersAsync(sku, query.Channel, cancellationToken).ConfigureAwait(false))
        {
            var page = answer.Map(offers, all => (IReadOnlyList<Offer>)[.. all.Select(offer => FromOffer(offer, item))]);
            result.AddRange(query.IncludeRaw ? answer.WithRaw("offers", page, static (offer, raw) => offer with { Raw = raw }) : page);
        }

        return result;
    }

    private static Offer FromOffer(EbayOffer wire, EbayInventoryItem? item)
    {
        var isActive = wire.IsPublished && wire.Listing is { ListingStatus: null or "ACTIVE", ListingOnHold: not true };
        return new Offer
        {
            Sku = new Sku(EbayMapping.Needed(wire.Sku, "offers.sku")),
            VendorOfferId = EbayMapping.Needed(wire.OfferId, "offers.offerId"),
            VendorProductId = wire.Listing?.ListingId,
            Title = item?.Product?.Title,
            Quantity = wire.AvailableQuantity,
            Price = EbayMapping.Money(wire.PricingSummary?.Price),
            IsActive = isActive,
            Issues = isActive ? [] : [.. ((string?[])[wire.Status, wire.Listing?.ListingStatus, wire.Listing?.ListingOnHold == true ? "ON_HOLD" : null]).Where(static word => word is not (null or "PUBLISHED" or "ACTIVE")).Select(static word => word!)],
            Condition = item?.Condition,
            Channel = wire.MarketplaceId,
        };
    }
}
