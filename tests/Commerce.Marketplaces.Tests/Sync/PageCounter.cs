using Commerce.Testing;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>A fake whose pages can fail one by one.</summary>
internal sealed class PageCounter(FakeMarketplace inner) : IMarketplaceClient
{
    public MarketplaceCode Marketplace => inner.Marketplace;

    public string Account => inner.Account;

    public MarketplaceCapabilities Capabilities => inner.Capabilities;

    internal int Pages { get; private set; }

    internal int FailAt { get; set; }

    internal CommerceErrorKind Kind { get; set; } = CommerceErrorKind.Unavailable;

    internal Action<int>? BeforePage { get; set; }

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query) => new(async (token, cancellationToken) =>
    {
        Pages++;
        BeforePage?.Invoke(Pages);
        if (Pages == FailAt)
        {
            throw new CommerceException(Kind, "Scripted: the page fails.");
        }

        await foreach (var page in inner.ListOrders(query).PagesAsync(token, cancellationToken))
        {
            return page;
        }

        throw new InvalidOperationException("A list has no page.");
    });

    public Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        inner.FindOrderAsync(orderId, cancellationToken);

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default) =>
        inner.ShipOrderAsync(request, cancellationToken);

    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default) =>
        inner.UpdateStockAsync(changes, cancellationToken);

    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default) =>
        inner.UpdatePricesAsync(changes, cancellationToken);

    public Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default) => inner.GetBatchAsync(batch, cancellationToken);
}
