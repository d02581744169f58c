using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Listings: read, one by one in real time, and by batch task. Source: Back Market seller API, listings, tasks.</summary>
internal sealed partial class BackMarketMarketplaceClient
{
    private const int MaxBatch = 10_000;

    // From so many unknown listings on, reading all of them costs fewer calls than asking for each.
    private const int ManyUnknown = 50;

    private static readonly VendorOperation ListListings = new("list-listings") { Limit = "catalogue" };
    private static readonly VendorOperation FindListing = new("find-listing") { Limit = "catalogue" };
    private static readonly VendorOperation UpdateListing = new("update-listing") { IsSafeToRepeat = true };
    private static readonly VendorOperation ImportListings = new("import-listings") { IsSafeToRepeat = true, Limit = "catalogue" };
    private static readonly VendorOperation FindTask = new("find-task") { Limit = "catalogue" };

    // Keys of listings never change; SKUs are compared without capitals.
    private readonly ConcurrentDictionary<string, string> _listingIds = new(StringComparer.OrdinalIgnoreCase);

    public Paged<Offer> ListOffers(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var market = query.Channel ?? options.Market;
        return query.Skus.Count == 0
            ? new Paged<Offer>((token, cancellationToken) => ListingsAsync(PageOf(token), query.PageSize, market, query.IncludeRaw, cancellationToken))
            : new Paged<Offer>(async (token, cancellationToken) =>
            {
                var number = PageOf(token);
                var offers = number <= query.Skus.Count && await ReadListingAsync(query.Skus[number - 1], market, cancellationToken).ConfigureAwait(false) is { } found
                    ? (IReadOnlyList<Offer>)[query.IncludeRaw ? found.Offer with { Raw = found.Raw } : found.Offer]
                    : [];
                return new Page<Offer>(offers, number < query.Skus.Count ? new ContinuationToken((number + 1).ToString(CultureInfo.InvariantCulture)) : null);
            });
    }

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        CheckBatch(changes, static change => change.Key);
        return UpdateEachAsync(
            OfferBatchKind.Stock,
            [.. changes.Select(static change => (change.Key, new BackMarketListingUpdate { Quantity = change.Quantity }, BackMarketListings.Objection(change)))],
            cancellationToken);
    }

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckBatch(changes, static change => change.Key);
        return IsForTask(changes)
            ? ImportAsync(OfferBatchKind.Price, [.. changes.Select(static change => change.Key)], BackMarketListings.Prices(changes), MarketOf(changes[0].Channel), cancellationToken)
            : UpdateEachAsync(
                OfferBatchKind.Price,
                [.. changes.Select(change => (change.Key, BackMarketListings.Update(change), BackMarketListings.Objection(change, MarketOf(change.Channel))))],
                cancellationToken);
    }

    public async Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Id is not { } id || batch.State != OfferBatchState.Running)
        {
            return batch;
        }

        var answer = await GetAsync(new QueryAddress($"ws/tasks/{Uri.EscapeDataString(id.Value)}"), FindTask, cancellationToken).ConfigureAwait(false);
        var task = answer.ReadJson(BackMarketJson.Default.BackMarketTask);
        return task.ActionStatus switch
        {
            null => throw answer.Malformed("the state of the task is missing"),
            8 or 9 => answer.Map(task, ended => BackMarketListings.Ended(batch, ended, options.UnnamedItem)),
            _ => batch,
        };
    }

    public Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        CheckBatch(offers, static offer => offer.Key);
        return Refused(offers) is { } refused
            ? Task.FromResult(refused)
            : ImportAsync(
                OfferBatchKind.Offer, [.. offers.Select(static offer => offer.Key)], BackMarketListings.Drafts(offers, options.ConditionColumn!), MarketOf(offers[0].Channel), cancellationToken);
    }

    public Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        CheckBatch(offers, static offer => offer);

        // A listing has no end: without stock it is off sale, in every market.
        return UpdateEachAsync(
            OfferBatchKind.Offer,
            [
                .. offers.Select(static offer => (offer, new BackMarketListingUpdate { Quantity = 0 }, offer.Channel is null && offer.Warehouse is null
                    ? null
                    : new Refusal(RefusalCode.NotSupported, "A listing goes off sale in all markets: leave channel and warehouse out.") { Field = nameof(offer.Channel) })),
            ],
            cancellationToken);
    }

    public Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckBatch(changes, static change => change.Key);
        IReadOnlyList<string> requests = IsForTask(changes)
            ? [JsonSerializer.Serialize(BackMarketListings.Prices(changes), BackMarketJson.Default.BackMarketCatalog)]
            : [.. changes.Where(change => BackMarketListings.Objection(change, MarketOf(change.Channel)) is null)
                .Select(static change => JsonSerializer.Serialize(BackMarketListings.Update(change), BackMarketJson.Default.BackMarketListingUpdate))];
        return Task.FromResult(new OfferPreview(requests)
        {
            Items = [.. changes.Select(change => new ItemOutcome<OfferKey>(change.Key, BackMarketListings.Objection(change, MarketOf(change.Channel))))],
        });
    }

    public Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        CheckBatch(offers, static offer => offer.Key);
        return Task.FromResult(Refused(offers) is { } refused
            ? new OfferPreview([]) { Items = refused.Items }
            : new OfferPreview([JsonSerializer.Serialize(BackMarketListings.Drafts(offers, options.ConditionColumn!), BackMarketJson.Default.BackMarketCatalog)]));
    }

    private static void CheckBatch<T>(IReadOnlyList<T> items, Func<T, OfferKey> key)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count is 0 or > MaxBatch
            || items.DistinctBy(item => (key(item).Sku.Value.ToUpperInvariant(), key(item).Channel, key(item).Warehouse)).Count() != items.Count)
        {
            throw new ArgumentException($"There are {items.Count} items: give 1 to {MaxBatch}, each SKU once in a channel; capitals make no difference.", nameof(items));
        }
    }

    private string MarketOf(string? market) => market ?? options.Market;

    // One task is for one market and knows no lowest price; a market with another currency wants to be told it, for which tasks have no known column.
    private bool IsForTask(IReadOnlyList<PriceChange> changes) =>
        options.UnnamedItem is not null
        && changes.Count >= (options.BatchPricesFrom ?? int.MaxValue)
        && changes.DistinctBy(change => MarketOf(change.Channel)).Count() == 1
        && BackMarketMarkets.HasDefaultCurrency(MarketOf(changes[0].Channel))
        && changes.All(change => change.MinimumPrice is null && BackMarketListings.Objection(change, MarketOf(change.Channel)) is null);

    /// <summary>Refuses all offers when one of them cannot be told: a task takes them together.</summary>
    private OfferBatch? Refused(IReadOnlyList<OfferDraft> offers)
    {
        var items = offers.Select(offer => new ItemOutcome<OfferKey>(
            offer.Key, BackMarketListings.Objection(offer, MarketOf(offer.Channel), options.ConditionColumn, options.UnnamedItem is not null))).ToList();
        if (items.TrueForAll(static item => item.IsSuccess) && offers.DistinctBy(offer => MarketOf(offer.Channel)).Count() == 1)
        {
            return null;
        }

        var others = new Refusal(RefusalCode.Validation, "Not sent: another offer of this batch is refused, or the batch names several markets.");
        return new OfferBatch
        {
            Kind = OfferBatchKind.Offer,
            State = OfferBatchState.Failed,
            Keys = [.. offers.Select(static offer => offer.Key)],
            Items = [.. items.Select(item => item.IsSuccess ? item with { Refusal = others } : item)],
        };
    }

    private async Task<OfferBatch> ImportAsync(OfferBatchKind kind, IReadOnlyList<OfferKey> keys, BackMarketCatalog catalog, string market, CancellationToken cancellationToken)
    {
        var request = InMarket(VendorJson.Request(HttpMethod.Post, "ws/listings", catalog, BackMarketJson.Default.BackMarketCatalog), market);
        var answer = await channel.SendAsync(request, ImportListings, cancellationToken).ConfigureAwait(false);
        if (!BackMarketErrors.IsDone(answer))
        {
            var refusal = BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected);
            return new OfferBatch { Kind = kind, State = OfferBatchState.Failed, Keys = keys, Items = [.. keys.Select(key => new ItemOutcome<OfferKey>(key, refusal))] };
        }

        var number = answer.ReadJson(BackMarketJson.Default.BackMarketTaskStarted).Bodymessage;
        return number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var id) && id > 0
            ? new OfferBatch { Id = new BatchId(id.ToString(CultureInfo.InvariantCulture)), Kind = kind, State = OfferBatchState.Running, Keys = keys }
            : throw answer.Malformed("the number of the task is missing");
    }

    /// <summary>Updates listings one by one. A failure of the first is one of the batch; a later one is told of its item.</summary>
    private async Task<OfferBatch> UpdateEachAsync(
        OfferBatchKind kind, IReadOnlyList<(OfferKey Key, BackMarketListingUpdate Update, Refusal? Objection)> changes, CancellationToken cancellationToken)
    {
        var wanted = changes.Where(static change => change.Objection is null).ToList();
        await LearnListingsAsync([.. wanted.Select(static change => change.Key.Sku)], cancellationToken).ConfigureAwait(false);
        var items = new List<ItemOutcome<OfferKey>>();
        var isFirst = true;
        foreach (var (key, update, objection) in changes)
        {
            var refusal = objection;
            if (objection is null)
            {
                try
                {
                    refusal = await UpdateOneAsync(key, update, cancellationToken).ConfigureAwait(false);
                    isFirst = false;
                }
                catch (CommerceException failure) when (!isFirst)
                {
                    refusal = new Refusal(RefusalCode.ExternalUnavailable, WireText.Cut(failure.Message, 1000)) { VendorCode = failure.VendorCode, RequestId = failure.RequestId };
                }
            }

            items.Add(new ItemOutcome<OfferKey>(key, refusal));
        }

        return new OfferBatch { Kind = kind, State = OfferBatchState.Completed, Keys = [.. changes.Select(static change => change.Key)], Items = items };
    }

    private async Task<Refusal?> UpdateOneAsync(OfferKey key, BackMarketListingUpdate update, CancellationToken cancellationToken)
    {
        var market = MarketOf(key.Channel);
        for (var isKnown = _listingIds.ContainsKey(key.Sku.Value); ; isKnown = false)
        {
            if (!_listingIds.TryGetValue(key.Sku.Value, out var id))
            {
                if (await ReadListingAsync(key.Sku, market, cancellationToken).ConfigureAwait(false) is not { } found)
                {
                    return new Refusal(RefusalCode.NotFound, $"Back Market has no listing with the SKU {key.Sku}.") { Field = nameof(key.Sku) };
                }

                id = found.Offer.VendorOfferId!;
            }

            var request = InMarket(
                VendorJson.Request(HttpMethod.Post, $"ws/listings/{Uri.EscapeDataString(id)}", update, BackMarketJson.Default.BackMarketListingUpdate), market);
            var answer = await channel.SendAsync(request, UpdateListing, cancellationToken).ConfigureAwait(false);
            if (BackMarketErrors.IsDone(answer))
            {
                return string.Equals(answer.ReadJson(BackMarketJson.Default.BackMarketListing).Sku, key.Sku.Value, StringComparison.OrdinalIgnoreCase)
                    ? null
                    : throw answer.Malformed("the listing in the answer is not the one that was changed");
            }

            // The listing was made anew since it was read.
            if (BackMarketErrors.StatusOf(answer) == 404 && isKnown)
            {
                _listingIds.TryRemove(key.Sku.Value, out _);
                continue;
            }

            return BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected);
        }
    }

    private async Task LearnListingsAsync(IReadOnlyList<Sku> skus, CancellationToken cancellationToken)
    {
        var unknown = skus.Where(sku => !_listingIds.ContainsKey(sku.Value)).Select(static sku => sku.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ContinuationToken? token = null;
        while (unknown.Count >= ManyUnknown)
        {
            var page = await ListingsAsync(PageOf(token), MaxPage, options.Market, includeRaw: false, cancellationToken).ConfigureAwait(false);
            unknown.ExceptWith(page.Items.Select(static offer => offer.Sku.Value));
            token = page.Next;
            if (token is null)
            {
                return;
            }
        }
    }

    private async Task<Page<Offer>> ListingsAsync(int number, int pageSize, string market, bool includeRaw, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("ws/listings").Add("page", number).Add("page-size", Math.Min(pageSize, MaxPage));
        var answer = await GetAsync(address, ListListings, cancellationToken, market).ConfigureAwait(false);
        var page = answer.ReadJson(BackMarketJson.Default.Listings);
        var offers = answer.Map(page, body => (IReadOnlyList<Offer>)[.. Results(body).Select(listing => BackMarketMapping.FromListing(listing, market))]);
        foreach (var offer in offers)
        {
            _listingIds[offer.Sku.Value] = offer.VendorOfferId!;
        }

        return new Page<Offer>(
            includeRaw ? answer.WithRaw("results", offers, static (offer, raw) => offer with { Raw = raw }) : offers,
            NextPage(answer, page.Next, number),
            page.Count);
    }

    private async Task<(Offer Offer, string Raw)?> ReadListingAsync(Sku sku, string market, CancellationToken cancellationToken)
    {
        var request = InMarket(new HttpRequestMessage(HttpMethod.Get, new QueryAddress("ws/listings/detail").Add("sku", sku.Value).ToString()), market);
        var answer = await channel.SendAsync(request, FindListing, cancellationToken).ConfigureAwait(false);
        if (BackMarketErrors.StatusOf(answer) == 404)
        {
            return null;
        }

        if (!BackMarketErrors.IsDone(answer))
        {
            throw BackMarketErrors.Failure(answer);
        }

        var offer = answer.Map(answer.ReadJson(BackMarketJson.Default.BackMarketListing), listing => BackMarketMapping.FromListing(listing, market));
        if (!string.Equals(offer.Sku.Value, sku.Value, StringComparison.OrdinalIgnoreCase))
        {
            throw answer.Malformed("the listing in the answer is not the one that was asked for");
        }

        _listingIds[sku.Value] = offer.VendorOfferId!;
        return (offer, System.Text.Encoding.UTF8.GetString(answer.Body.Span));
    }
}
