namespace Commerce.Marketplaces.Tests.Publishing;

/// <summary>A fake whose batches end when the test says so, and that refuses what the test says.</summary>
internal sealed class ShelfMarketplace(string account) : IMarketplaceClient
{
    public MarketplaceCode Marketplace => MarketplaceCode.Mirakl;

    public string Account => account;

    public MarketplaceCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>(),
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = true,
    };

    internal Dictionary<OfferKey, int> Stock { get; } = [];

    internal Dictionary<OfferKey, Money> Prices { get; } = [];

    internal List<int> Sent { get; } = [];

    internal bool IsSlow { get; set; }

    internal Func<OfferKey, Refusal?> Refuse { get; set; } = static _ => null;

    internal CommerceException? Failure { get; set; }

    internal int Polls { get; private set; }

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query) => throw new NotSupportedException();

    public Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default) => Task.FromResult(Take(
        OfferBatchKind.Stock, [.. changes.Select(static change => change.Key)], key => Stock[key] = changes.Single(change => change.Key == key).Quantity));

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default) => Task.FromResult(Take(
        OfferBatchKind.Price, [.. changes.Select(static change => change.Key)], key => Prices[key] = changes.Single(change => change.Key == key).Price));

    public Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        Polls++;
        return Task.FromResult(IsSlow ? batch : Ended(batch));
    }

    private OfferBatch Take(OfferBatchKind kind, List<OfferKey> keys, Action<OfferKey> apply)
    {
        if (Failure is { } failure)
        {
            throw failure;
        }

        Sent.Add(keys.Count);
        foreach (var key in keys.Where(key => Refuse(key) is null))
        {
            apply(key);
        }

        var batch = new OfferBatch { Id = new BatchId($"B{Sent.Count}"), Kind = kind, State = OfferBatchState.Running, Keys = keys };
        return IsSlow ? batch : Ended(batch);
    }

    private OfferBatch Ended(OfferBatch batch) => batch with
    {
        State = OfferBatchState.Completed,
        Items = [.. batch.Keys.Select(key => new ItemOutcome<OfferKey>(key, Refuse(key)))],
    };
}
