namespace Commerce.Marketplaces;

/// <summary>One account at one marketplace: what every marketplace can do.</summary>
/// <remarks>
/// What only some marketplaces can do is an interface of its own that the same object implements
/// (<see cref="IOrderAcceptance"/>, <see cref="IMessagingClient"/> and so on); <see cref="Capabilities"/> tells which,
/// and why not, without a call. Clients are thread-safe.
/// </remarks>
public interface IMarketplaceClient
{
    /// <summary>Gets the platform.</summary>
    MarketplaceCode Marketplace { get; }

    /// <summary>Gets the name under which this account was registered.</summary>
    string Account { get; }

    /// <summary>Gets what this account can do, known offline.</summary>
    MarketplaceCapabilities Capabilities { get; }

    /// <summary>Lists orders. Safe to repeat; the same order may come twice, so de-duplicate by id and content.</summary>
    /// <param name="query">Which orders.</param>
    /// <returns>The orders, page by page, oldest change first where the marketplace can sort so.</returns>
    /// <remarks>Enumerating throws <see cref="CommerceException"/> on a technical failure; go on from the last page's token.</remarks>
    Paged<MarketplaceOrder> ListOrders(OrderQuery query);

    /// <summary>Reads one order. Safe to repeat.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The order, or <see langword="null"/> when the marketplace does not know it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default);

    /// <summary>Tells that an order, or a part of it, was shipped. Safe to repeat: what is shipped already counts as done.</summary>
    /// <param name="request">The parcels with their tracking numbers.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>What was taken, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets absolute quantities on sale. Safe to repeat.</summary>
    /// <param name="changes">1 to 10 000 items, each SKU, channel and warehouse once.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The outcome of each item, or an import to ask for later (<see cref="GetBatchAsync"/>).</returns>
    /// <exception cref="CommerceException">A technical failure of the whole batch.</exception>
    Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Sets prices. Safe to repeat.</summary>
    /// <param name="changes">1 to 10 000 items, each SKU and channel once.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The outcome of each item, or an import to ask for later (<see cref="GetBatchAsync"/>).</returns>
    /// <exception cref="CommerceException">A technical failure of the whole batch.</exception>
    Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Reads how far an import is, and the outcome of each item once it has ended.</summary>
    /// <param name="batch">The batch as it was returned: it knows which items were sent.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The batch as it is now.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default);
}
