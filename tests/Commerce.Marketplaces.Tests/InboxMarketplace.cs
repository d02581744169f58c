namespace Commerce.Marketplaces.Tests;

/// <summary>A fake that has conversations and returns, or fails.</summary>
internal sealed class InboxMarketplace(string account) : IMarketplaceClient, IMessagingClient, IReturnsClient
{
    public MarketplaceCode Marketplace => MarketplaceCode.Ebay;

    public string Account => account;

    public MarketplaceCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>(),
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = false,
    };

    internal List<MessageThread> Threads { get; } = [];

    internal List<MarketplaceReturn> Returns { get; } = [];

    internal Func<CancellationToken, Task>? Before { get; set; }

    public Paged<MessageThread> ListThreads(ThreadQuery query) => Listed(Threads);

    public Paged<MarketplaceReturn> ListReturns(ReturnQuery query) => Listed(Returns);

    public Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideReturnsAsync(IReadOnlyList<ReturnDecision> decisions, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query) => throw new NotSupportedException();

    public Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private Paged<T> Listed<T>(List<T> items) => new(async (_, cancellationToken) =>
    {
        await (Before?.Invoke(cancellationToken) ?? Task.CompletedTask);
        return new Page<T>([.. items]);
    });
}
