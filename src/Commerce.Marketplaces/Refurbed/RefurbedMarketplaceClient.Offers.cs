using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Stock and prices. Source: <c>OfferService/BatchUpdateOffers</c>, <c>MarketOfferService/Batch…</c>. What is left out of an update stays as it is.</summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private const string DeleteMinimum = "delete_min_price";

    private static readonly VendorOperation UpdateOffers = new("update-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation UpdateMarketOffers = new("update-market-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateMarketOffers = new("create-market-offers") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeleteMarketOffers = new("delete-market-offers") { IsSafeToRepeat = true };

    public async Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(changes, static change => change.Key, nameof(changes));
        var refusals = changes.Select(RefurbedOffersCheck.Of).ToArray();
        await SendAsync(
            changes,
            refusals,
            static _ => true,
            async items => await BatchAsync(
                "OfferService/BatchUpdateOffers", [.. items.Select(RefurbedOfferMapping.ToUpdate)], static part => new RefurbedOfferUpdates(part), RefurbedJson.Default.RefurbedOfferUpdates, UpdateOffers, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return Done(OfferBatchKind.Stock, keys, refusals);
    }

    public async Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(changes, static change => change.Key, nameof(changes));
        var refusals = changes.Select(RefurbedOffersCheck.Of).ToArray();
        var isFirst = true;
        await SendAsync(
            changes,
            refusals,
            static change => change.Channel is null,
            async items =>
            {
                isFirst = false;
                return await BatchAsync(
                    "OfferService/BatchUpdateOffers", [.. items.Select(RefurbedOfferMapping.ToUpdate)], static part => new RefurbedOfferUpdates(part), RefurbedJson.Default.RefurbedOfferUpdates, UpdateOffers, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        await SendAsync(
            changes, refusals, static change => change.Channel is not null, items => GuardAsync(items.Count, isFirst, () => UpdateMarketsAsync(items, cancellationToken))).ConfigureAwait(false);
        return Done(OfferBatchKind.Price, keys, refusals);
    }

    public async Task<OfferBatch> RemovePricesAsync(IReadOnlyList<OfferKey> prices, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(prices, static key => key, nameof(prices));
        var refusals = prices.Select(RefurbedOffersCheck.OfRemoval).ToArray();
        await SendAsync(
            prices,
            refusals,
            static _ => true,
            async items => Gone(await BatchAsync(
                "MarketOfferService/BatchDeleteMarketOffer",
                [.. items.Select(static key => new RefurbedMarketOfferDelete(RefurbedOfferMapping.MarketKey(key)))],
                static part => new RefurbedMarketOfferDeletes(part),
                RefurbedJson.Default.RefurbedMarketOfferDeletes,
                DeleteMarketOffers,
                cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        return Done(OfferBatchKind.Price, keys, refusals);
    }

    public Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();

        // Every batch has ended when it is answered.
        return Task.FromResult(batch);
    }

    public Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        var keys = RefurbedOffersCheck.Keys(changes, static change => change.Key, nameof(changes));
        cancellationToken.ThrowIfCancellationRequested();
        var refusals = changes.Select(RefurbedOffersCheck.Of).ToArray();
        var good = changes.Where((_, index) => refusals[index] is null).ToList();
        var (general, markets) = (good.Where(static change => change.Channel is null), good.Where(static change => change.Channel is not null).ToList());

        // A price of a market is updated; what is not there yet is created afterwards.
        return Task.FromResult(new OfferPreview(
        [
            .. general.Select(RefurbedOfferMapping.ToUpdate).Chunk(MaxBatch).Select(static part => Text(new RefurbedOfferUpdates(part), RefurbedJson.Default.RefurbedOfferUpdates)),
            .. markets.Select(RefurbedOfferMapping.ToMarketUpdate).Chunk(MaxBatch).Select(static part => Text(new RefurbedMarketOfferUpdates(part), RefurbedJson.Default.RefurbedMarketOfferUpdates)),
            .. markets.Select(RefurbedOfferMapping.ToMarketCreate).Chunk(MaxBatch).Select(static part => Text(new RefurbedMarketOfferCreates(part), RefurbedJson.Default.RefurbedMarketOfferCreates)),
        ])
        {
            Items = Refused(keys, refusals),
        });
    }

    private static string Text<T>(T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => System.Text.Json.JsonSerializer.Serialize(body, type);

    private static IReadOnlyList<ItemOutcome<OfferKey>> Refused(IReadOnlyList<OfferKey> keys, Refusal?[] refusals) =>
        [.. keys.Select((key, index) => new ItemOutcome<OfferKey>(key, refusals[index])).Where(static item => !item.IsSuccess)];

    private static OfferBatch Done(OfferBatchKind kind, IReadOnlyList<OfferKey> keys, Refusal?[] refusals) => new()
    {
        Kind = kind,
        State = OfferBatchState.Completed,
        Keys = keys,
        Items = [.. keys.Select((key, index) => new ItemOutcome<OfferKey>(key, refusals[index]))],
    };

    /// <summary>What is not there any more is taken away.</summary>
    private static IReadOnlyList<RefurbedStatus> Gone(IReadOnlyList<RefurbedStatus> outcomes) =>
        [.. outcomes.Select(static outcome => outcome.Code == RefurbedErrors.NotFound ? outcome with { Code = 0 } : outcome)];

    /// <summary>Sends the items that are not refused yet and that a test takes, and keeps what is refused now.</summary>
    private static async Task SendAsync<TItem>(
        IReadOnlyList<TItem> items, Refusal?[] refusals, Func<TItem, bool> takes, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<RefurbedStatus>>> send)
    {
        var indexes = Enumerable.Range(0, items.Count).Where(index => refusals[index] is null && takes(items[index])).ToList();
        if (indexes.Count == 0)
        {
            return;
        }

        var outcomes = await send([.. indexes.Select(index => items[index])]).ConfigureAwait(false);
        foreach (var (index, outcome) in indexes.Zip(outcomes))
        {
            refusals[index] = outcome.Code is null or 0 ? null : RefurbedErrors.Refuse(outcome);
        }
    }

    /// <summary>Keeps a failure from hiding what was told before it.</summary>
    private static async Task<IReadOnlyList<RefurbedStatus>> GuardAsync(int count, bool isFirst, Func<Task<IReadOnlyList<RefurbedStatus>>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (CommerceException exception) when (!isFirst)
        {
            return [.. Enumerable.Repeat(new RefurbedStatus(RefurbedErrors.Unavailable, $"no answer is known, send it again ({exception.Kind})"), count)];
        }
    }

    private async Task<IReadOnlyList<RefurbedStatus>> UpdateMarketsAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken)
    {
        var outcomes = (await BatchAsync(
            "MarketOfferService/BatchUpdateMarketOffer", [.. changes.Select(RefurbedOfferMapping.ToMarketUpdate)], static part => new RefurbedMarketOfferUpdates(part), RefurbedJson.Default.RefurbedMarketOfferUpdates, UpdateMarketOffers, cancellationToken).ConfigureAwait(false)).ToArray();
        var missing = Enumerable.Range(0, outcomes.Length).Where(index => outcomes[index].Code == RefurbedErrors.NotFound).ToList();
        if (missing.Count == 0)
        {
            return outcomes;
        }

        // A market has no price of its own before one is created.
        var created = await GuardAsync(missing.Count, missing.Count == outcomes.Length, () => BatchAsync(
            "MarketOfferService/BatchCreateMarketOffer", [.. missing.Select(index => RefurbedOfferMapping.ToMarketCreate(changes[index]))], static part => new RefurbedMarketOfferCreates(part), RefurbedJson.Default.RefurbedMarketOfferCreates, CreateMarketOffers, cancellationToken)).ConfigureAwait(false);
        foreach (var (index, outcome) in missing.Zip(created))
        {
            outcomes[index] = outcome;
        }

        return outcomes;
    }
}
