using System.Globalization;
using System.Text;
using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private static readonly VendorOperation PatchListing = new("patch-listing") { IsSafeToRepeat = true };
    private static readonly VendorOperation PutListing = new("put-listing") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteListing = new("delete-listing") { IsSafeToRepeat = true };

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(changes, static change => change.Key);
        foreach (var change in changes)
        {
            CheckFields(change.VendorFields, change.Sku, "productType", "lead_time_to_ship_max_days");
            if (change.Warehouse is not (null or AmazonListings.OwnStock))
            {
                throw new ArgumentException(
                    $"changes names the warehouse {change.Warehouse} of {change.Sku}: only the seller's own stock ({AmazonListings.OwnStock}) is written.", nameof(changes));
            }

            if (change.VendorFields.TryGetValue("lead_time_to_ship_max_days", out var days)
                && !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                throw new ArgumentException($"changes names lead_time_to_ship_max_days {days} of {change.Sku}: give whole days.", nameof(changes));
            }
        }

        // The seller's own stock is one for all stores of the region, so the quantity is written through one of them.
        return SubmitAsync(
            OfferBatchKind.Stock,
            changes,
            static change => change.Key,
            (change, number) => AmazonListings.Message(number, change.Sku, AmazonListings.Patch(change)),
            change => [Patch(change.Sku, Store(change.Channel), AmazonListings.Patch(change), preview: false)],
            change => [Store(change.Channel)],
            cancellationToken);
    }

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckPrices(changes);
        return SubmitAsync(
            OfferBatchKind.Price,
            changes,
            static change => change.Key,
            (change, number) => AmazonListings.Message(number, change.Sku, AmazonListings.Patch(change, Stores(change.Channel, change.Price))),
            change => [.. Stores(change.Channel, change.Price).Select(store => Patch(change.Sku, store, AmazonListings.Patch(change, [store]), preview: false))],
            change => Stores(change.Channel, change.Price),
            cancellationToken);
    }

    public Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        CheckDrafts(offers);
        return SubmitAsync(
            OfferBatchKind.Offer,
            offers,
            static draft => draft.Key,
            (draft, number) => AmazonListings.Message(number, draft, Stores(draft.Channel, draft.Price)),
            draft => [.. Stores(draft.Channel, draft.Price).Select(store => Put(draft, store, preview: false))],
            draft => Stores(draft.Channel, draft.Price),
            cancellationToken);
    }

    public Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default)
    {
        OfferBatch.Check(offers, static key => key);

        // A deletion in a feed names no store, so one for some stores only goes by itself.
        var asFeed = offers.All(static key => key.Channel is null) || options.MarketplaceIds.Count == 1;
        return SubmitAsync(
            OfferBatchKind.Offer,
            offers,
            static key => key,
            static (key, number) => AmazonListings.Deletion(number, key.Sku),
            key => [.. (key.Channel is null ? options.MarketplaceIds : [Store(key.Channel)]).Select(store => Delete(key.Sku, store))],
            key => key.Channel is null ? options.MarketplaceIds : [Store(key.Channel)],
            cancellationToken,
            asFeed);
    }

    public Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        CheckPrices(changes);
        return PreviewAsync(
            changes,
            static change => change.Key,
            (change, number) => AmazonListings.Message(number, change.Sku, AmazonListings.Patch(change, Stores(change.Channel, change.Price))),
            change => Stores(change.Channel, change.Price).Select(store => JsonSerializer.Serialize(AmazonListings.Patch(change, [store]), AmazonJson.Default.AmazonPatchRequest)),
            change => [.. Stores(change.Channel, change.Price).Select(store => Patch(change.Sku, store, AmazonListings.Patch(change, [store]), preview: true))],
            cancellationToken);
    }

    public Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default)
    {
        CheckDrafts(offers);
        return PreviewAsync(
            offers,
            static draft => draft.Key,
            (draft, number) => AmazonListings.Message(number, draft, Stores(draft.Channel, draft.Price)),
            draft => Stores(draft.Channel, draft.Price).Select(store => JsonSerializer.Serialize(AmazonListings.Put(draft, store), AmazonJson.Default.AmazonPutRequest)),
            draft => [.. Stores(draft.Channel, draft.Price).Select(store => Put(draft, store, preview: true))],
            cancellationToken);
    }

    private static void CheckFields(IReadOnlyDictionary<string, string> fields, Sku sku, params ReadOnlySpan<string> known)
    {
        if (UnknownField(fields, known) is { } refusal)
        {
            throw new ArgumentException($"{sku}: {refusal.Message}", nameof(fields));
        }
    }

    private void CheckPrices(IReadOnlyList<PriceChange> changes)
    {
        OfferBatch.Check(changes, static change => change.Key);
        foreach (var change in changes)
        {
            CheckFields(change.VendorFields, change.Sku, "productType");
            if (change.Taxes.Count > 0 || change.OriginalPrice is not null || change.MinimumPrice is not null || change.ValidFrom is not null || change.ValidUntil is not null)
            {
                throw new ArgumentException(
                    $"changes names taxes, a struck-through or minimum price or a period of {change.Sku}: this client sends none to Amazon, leave them out.", nameof(changes));
            }

            CheckCurrency(change.Sku, change.Channel, change.Price);
        }
    }

    private void CheckDrafts(IReadOnlyList<OfferDraft> offers)
    {
        OfferBatch.Check(offers, static draft => draft.Key);
        foreach (var draft in offers)
        {
            CheckFields(draft.VendorFields, draft.Sku, "productType");
            if (draft.Taxes.Count > 0)
            {
                throw new ArgumentException($"offers names taxes of {draft.Sku}: Amazon is told none, leave them out.", nameof(offers));
            }

            CheckCurrency(draft.Sku, draft.Channel, draft.Price);
        }
    }

    private void CheckCurrency(Sku sku, string? channel, Money price)
    {
        if (Stores(channel, price).Count == 0)
        {
            throw new ArgumentException(
                $"The price of {sku} is in {price.Currency}: {(channel is null ? "no store of the account" : "the store " + channel)} sells in it.", nameof(price));
        }
    }

    private string Store(string? channel) => channel switch
    {
        null => DefaultStore,
        _ when options.MarketplaceIds.Contains(channel) => channel,
        _ => throw new ArgumentException($"The channel {channel} is no store of this account: add it to MarketplaceIds.", nameof(channel)),
    };

    /// <summary>Tells where a price holds: in its store, or without one in all stores that sell in its currency.</summary>
    private IReadOnlyList<string> Stores(string? channel, Money price) =>
        [.. (channel is null ? options.MarketplaceIds : [Store(channel)]).Where(store => AmazonStores.Find(store)?.Currency == price.Currency)];

    private QueryAddress ListingAddress(Sku sku, string store) =>
        new QueryAddress($"listings/2021-08-01/items/{Segment(options.SellerId)}/{Segment(sku.Value)}").Add("marketplaceIds", store);

    private ListingCall Patch(Sku sku, string store, AmazonPatchRequest body, bool preview) => new(PatchListing, () => VendorJson.Request(
        HttpMethod.Patch, Written(ListingAddress(sku, store), preview), body, AmazonJson.Default.AmazonPatchRequest));

    private ListingCall Put(OfferDraft draft, string store, bool preview) => new(PutListing, () => VendorJson.Request(
        HttpMethod.Put, Written(ListingAddress(draft.Sku, store), preview), AmazonListings.Put(draft, store), AmazonJson.Default.AmazonPutRequest));

    private ListingCall Delete(Sku sku, string store) => new(DeleteListing, () => new HttpRequestMessage(
        HttpMethod.Delete, ListingAddress(sku, store).Add("issueLocale", options.IssueLocale).ToString()));

    private string Written(QueryAddress address, bool preview) => address
        .Add("includedData", "issues")
        .Add("mode", preview ? "VALIDATION_PREVIEW" : null)
        .Add("issueLocale", options.IssueLocale)
        .ToString();

    private async Task<OfferBatch> SubmitAsync<T>(
        OfferBatchKind kind,
        IReadOnlyList<T> items,
        Func<T, OfferKey> key,
        Func<T, int, AmazonFeedMessage> message,
        Func<T, IReadOnlyList<ListingCall>> calls,
        Func<T, IEnumerable<string>> stores,
        CancellationToken cancellationToken,
        bool asFeed = true)
    {
        IReadOnlyList<OfferKey> keys = [.. items.Select(key)];
        if (!asFeed || items.Count < options.FeedFrom)
        {
            return new OfferBatch
            {
                Kind = kind,
                State = OfferBatchState.Completed,
                Keys = keys,
                Items = await SendEachAsync(keys, items, calls, cancellationToken).ConfigureAwait(false),
            };
        }

        var feed = AmazonListings.Feed(options.SellerId, options.IssueLocale, items.Select((item, index) => message(item, index + 1)));
        var id = await SubmitFeedAsync(
            "JSON_LISTINGS_FEED", JsonFeed, feed, [.. items.SelectMany(stores).Distinct()], CreateFeed, cancellationToken).ConfigureAwait(false);
        return new OfferBatch { Id = new BatchId(id), Kind = kind, State = OfferBatchState.Running, Keys = keys };
    }

    private async Task<OfferPreview> PreviewAsync<T>(
        IReadOnlyList<T> items,
        Func<T, OfferKey> key,
        Func<T, int, AmazonFeedMessage> message,
        Func<T, IEnumerable<string>> bodies,
        Func<T, IReadOnlyList<ListingCall>> calls,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<string> requests = items.Count < options.FeedFrom
            ? [.. items.SelectMany(bodies)]
            : [Encoding.UTF8.GetString(AmazonListings.Feed(options.SellerId, options.IssueLocale, items.Select((item, index) => message(item, index + 1))))];
        return new OfferPreview(requests) { Items = await SendEachAsync([.. items.Select(key)], items, calls, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>
    /// Sends each item by itself. One that fails does not stop the others, unless they would fail alike: then they are told as not sent. When
    /// none got through, the failure is that of the whole.
    /// </summary>
    private async Task<IReadOnlyList<ItemOutcome<OfferKey>>> SendEachAsync<T>(
        IReadOnlyList<OfferKey> keys, IReadOnlyList<T> items, Func<T, IReadOnlyList<ListingCall>> calls, CancellationToken cancellationToken)
    {
        var outcomes = new List<ItemOutcome<OfferKey>>(items.Count);
        CommerceException? failure = null;
        var answered = false;
        for (var index = 0; index < items.Count; index++)
        {
            if (failure is { Kind: CommerceErrorKind.Throttled or CommerceErrorKind.Unauthorized or CommerceErrorKind.Forbidden } || failure?.WasNeverSent == true)
            {
                outcomes.Add(new ItemOutcome<OfferKey>(keys[index], new Refusal(RefusalCode.ExternalUnavailable, $"It was not sent: {failure.Message}")));
                continue;
            }

            try
            {
                Refusal? refusal = null;
                foreach (var call in calls(items[index]))
                {
                    refusal ??= AmazonListings.Judge(await SendAsync(call.Make, call.Operation, cancellationToken).ConfigureAwait(false));
                }

                answered = true;
                outcomes.Add(new ItemOutcome<OfferKey>(keys[index], refusal));
            }
            catch (CommerceException exception)
            {
                failure = exception;
                outcomes.Add(new ItemOutcome<OfferKey>(
                    keys[index], new Refusal(RefusalCode.ExternalUnavailable, exception.Message) { VendorCode = exception.VendorCode, RequestId = exception.RequestId }));
            }
        }

        return answered || failure is null ? outcomes : throw failure;
    }

    /// <summary>A call that writes one listing in one store; made anew each time that it is sent.</summary>
    private sealed record ListingCall(VendorOperation Operation, Func<HttpRequestMessage> Make);
}
