using System.Collections.Concurrent;
using Commerce.Marketplaces;
using Commerce.Testing;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

/// <summary>The marketplace in memory with cancellations, messages and offers; it remembers what it was asked.</summary>
internal sealed class TestMarketplace(FakeMarketplace inner) : IMarketplaceClient, IOrderAcceptance, IOrderCancellation, IMessagingClient, IOfferWriter, IOfferReader
{
    public MarketplaceCode Marketplace => inner.Marketplace;

    public string Account => inner.Account;

    public MarketplaceCapabilities Capabilities => inner.Capabilities with { ListsByChange = ListsByChange };

    internal FakeMarketplace Inner => inner;

    internal FaultScript Faults => inner.Faults;

    internal bool ListsByChange { get; set; } = true;

    internal ConcurrentQueue<OrderQuery> Queries { get; } = new();

    internal ConcurrentQueue<CancelOrderRequest> Cancelled { get; } = new();

    internal ConcurrentQueue<SendMessageRequest> Sent { get; } = new();

    internal ConcurrentQueue<IReadOnlyList<StockChange>> Pushes { get; } = new();

    internal ConcurrentQueue<IReadOnlyList<PriceChange>> PricePushes { get; } = new();

    internal ConcurrentQueue<OfferDraft> Offers { get; } = new();

    internal ConcurrentQueue<OfferKey> Ended { get; } = new();

    internal List<MessageThread> Threads { get; } = [];

    /// <summary>What is told of offers, by SKU; shown as it was put when not set.</summary>
    internal ConcurrentDictionary<Sku, Offer> Shown { get; } = new();

    /// <summary>Whether imports of offers and prices are still running.</summary>
    internal bool IsSlow { get; set; }

    /// <summary>What the next cancellations end with; done when not set.</summary>
    internal MarketplaceRequestState CancellationState { get; set; } = MarketplaceRequestState.Done;

    internal Refusal? CancellationRefusal { get; set; }

    /// <summary>What offers and quantities of a SKU are refused with.</summary>
    internal ConcurrentDictionary<Sku, string> Refuses { get; } = new();

    /// <summary>How many calls of an operation fail next, of those that the inner marketplace does not have.</summary>
    internal ConcurrentDictionary<string, int> Failing { get; } = new();

    internal void Put(MarketplaceOrder order) => inner.Put(order);

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        Queries.Enqueue(query);
        return inner.ListOrders(query);
    }

    public Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        inner.FindOrderAsync(orderId, cancellationToken);

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default) =>
        inner.ShipOrderAsync(request, cancellationToken);

    public Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default) =>
        inner.DecideOrderAsync(request, cancellationToken);

    public async Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        var batch = await inner.UpdateStockAsync(changes, cancellationToken);
        Pushes.Enqueue(changes);
        return Judged(batch);
    }

    public async Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        var batch = await inner.UpdatePricesAsync(changes, cancellationToken);
        PricePushes.Enqueue(changes);
        return Judged(batch);
    }

    public async Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default) =>
        IsSlow ? batch : Judged(await inner.GetBatchAsync(batch, cancellationToken)) with { State = OfferBatchState.Completed };

    public Paged<Offer> ListOffers(OfferQuery query) => new((_, cancellationToken) => Answer(
        "ListOffers",
        () => new Page<Offer>(
            [.. query.Skus.Where(sku => Shown.ContainsKey(sku) || Offers.Any(offer => offer.Sku == sku)).Select(sku => Shown.GetValueOrDefault(sku) ?? new Offer { Sku = sku, IsActive = true })],
            null,
            null),
        cancellationToken));

    public Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default) =>
        Answer("CancelOrder", () =>
        {
            Cancelled.Enqueue(request);
            return CancellationRefusal is { } refusal
                ? Outcome.Refused<OrderCancelled>(refusal)
                : Outcome.Of(new OrderCancelled(request.OrderId, ["c-1"]) { State = CancellationState });
        }, cancellationToken);

    public Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default) =>
        Task.FromResult(cancellation with { State = CancellationState });

    public Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default) =>
        Answer("SendMessage", () =>
        {
            Sent.Enqueue(request);
            return Outcome.Of(new SentMessage());
        }, cancellationToken);

    public Paged<MessageThread> ListThreads(ThreadQuery query) => new((_, cancellationToken) => Answer("ListThreads", () => new Page<MessageThread>([.. Threads.Where(thread => thread.UpdatedAt >= query.ChangedSince)], null, null), cancellationToken));

    public Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Threads.Find(thread => thread.Id == threadId));

    public Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default) =>
        Answer("PutOffers", () =>
        {
            foreach (var offer in offers)
            {
                Offers.Enqueue(offer);
            }

            return Judged(Done([.. offers.Select(offer => offer.Key)]));
        }, cancellationToken);

    public Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default) =>
        Answer("EndOffers", () =>
        {
            foreach (var offer in offers)
            {
                Ended.Enqueue(offer);
            }

            return Done(offers);
        }, cancellationToken);

    private async Task<T> Answer<T>(string operation, Func<T> effect, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (Failing.TryGetValue(operation, out var times) && times > 0)
        {
            Failing[operation] = times - 1;
            throw new CommerceException(CommerceErrorKind.Unavailable, $"Scripted fault: {operation}.");
        }

        return effect();
    }

    private static OfferBatch Done(IReadOnlyList<OfferKey> keys) => new()
    {
        Kind = OfferBatchKind.Offer, State = OfferBatchState.Completed, Keys = keys, Items = [.. keys.Select(key => new ItemOutcome<OfferKey>(key))],
    };

    private OfferBatch Judged(OfferBatch batch) => batch with
    {
        State = IsSlow && batch.Kind != OfferBatchKind.Stock ? OfferBatchState.Running : batch.State,
        Items = [.. batch.Keys.Select(key => new ItemOutcome<OfferKey>(
            key, Refuses.TryGetValue(key.Sku, out var why) ? new Refusal(RefusalCode.ExternalRejected, why) : null))],
    };
}
