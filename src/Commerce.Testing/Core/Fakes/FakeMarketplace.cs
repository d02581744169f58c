using System.Collections.Concurrent;
using System.Globalization;
using Commerce.Marketplaces;

namespace Commerce.Testing;

/// <summary>A marketplace in memory, for tests: orders are put in, accepted, shipped; stock and prices are set; it fails as scripted.</summary>
public sealed class FakeMarketplace : IMarketplaceClient, IOrderAcceptance
{
    private readonly List<MarketplaceOrder> _orders = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;

    /// <summary>Creates a marketplace.</summary>
    /// <param name="marketplace">The platform that it stands for.</param>
    /// <param name="account">The account name.</param>
    /// <param name="clock">The clock of its orders; the system's when not given.</param>
    public FakeMarketplace(MarketplaceCode marketplace, string account = "fake", TimeProvider? clock = null)
    {
        Marketplace = marketplace;
        Account = account;
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public MarketplaceCode Marketplace { get; }

    /// <inheritdoc/>
    public string Account { get; }

    /// <inheritdoc/>
    public MarketplaceCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support> { [MarketplaceFeature.OrderAcceptance] = Support.Yes },
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = false,
    };

    /// <summary>Gets what goes wrong next.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>Gets the quantity on sale of each SKU.</summary>
    public ConcurrentDictionary<Sku, int> Stock { get; } = new();

    /// <summary>Gets the price of each SKU.</summary>
    public ConcurrentDictionary<Sku, Money> Prices { get; } = new();

    /// <summary>Gets the parcels that were reported, by order.</summary>
    public ConcurrentDictionary<MarketplaceOrderId, IReadOnlyList<MarketplaceParcel>> Shipped { get; } = new();

    /// <summary>Puts an order in, or replaces one.</summary>
    /// <param name="order">The order.</param>
    public void Put(MarketplaceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_gate)
        {
            _orders.RemoveAll(known => known.Id == order.Id);
            _orders.Add(order);
        }
    }

    /// <inheritdoc/>
    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceOrder>((token, cancellationToken) => Faults.ReadAsync(
            "ListOrders",
            () =>
            {
                var offset = token is null ? 0 : int.Parse(token.Value.Value, CultureInfo.InvariantCulture);
                List<MarketplaceOrder> found;
                lock (_gate)
                {
                    found =
                    [
                        .. _orders
                            .Where(order => query.ChangedSince is null || ChangedAt(order) >= query.ChangedSince)
                            .Where(order => query.ChangedUntil is null || ChangedAt(order) <= query.ChangedUntil)
                            .Where(order => query.CreatedSince is null || order.CreatedAt >= query.CreatedSince)
                            .Where(order => query.CreatedUntil is null || order.CreatedAt <= query.CreatedUntil)
                            .Where(order => query.States.Count == 0 || query.States.Contains(order.State))
                            .OrderBy(ChangedAt)
                            .ThenBy(order => order.Id.Value, StringComparer.Ordinal),
                    ];
                }

                var next = offset + query.PageSize;
                return new Page<MarketplaceOrder>(
                    [.. found.Skip(offset).Take(query.PageSize)],
                    next < found.Count ? new ContinuationToken(next.ToString(CultureInfo.InvariantCulture)) : null,
                    found.Count);
            },
            cancellationToken));
    }

    /// <inheritdoc/>
    public Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        Faults.ReadAsync("FindOrder", () => Find(orderId), cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.RunAsync("DecideOrder", () => Change(request.OrderId, order =>
        {
            var lines = request.AcceptedLines.Concat(request.RefusedLines).Select(line => new ItemOutcome<MarketplaceOrderLineId>(
                line,
                order.Lines.Any(known => known.Id == line) ? null : new Refusal(RefusalCode.NotFound, $"The order {order.Id} has no line {line}."))).ToList();
            if (order.State != MarketplaceOrderState.AwaitingAcceptance)
            {
                return (order, Outcome.Of(new OrderDecided(order.Id, WasAlreadyDecided: true) { Lines = lines }));
            }

            var state = request.AcceptedLines.Count == 0 ? MarketplaceOrderState.Cancelled : MarketplaceOrderState.ReadyToShip;
            return (order with { State = state, VendorState = state.Value, UpdatedAt = _clock.GetUtcNow() }, Outcome.Of(new OrderDecided(order.Id) { Lines = lines }));
        }), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.RunAsync("ShipOrder", () => Change(request.OrderId, order =>
        {
            var parcels = request.Parcels.Select(parcel => new ItemOutcome<string>(parcel.Key)).ToList();
            if (order.State == MarketplaceOrderState.Shipped)
            {
                return (order, Outcome.Of(new OrderShipped(order.Id, parcels, WasAlreadyShipped: true)));
            }

            if (order.State != MarketplaceOrderState.ReadyToShip)
            {
                return (order, Outcome.Refused<OrderShipped>(RefusalCode.InvalidTransition, $"The order {order.Id} is {order.State}: it cannot be shipped."));
            }

            Shipped[order.Id] = request.Parcels;
            return (
                order with { State = MarketplaceOrderState.Shipped, VendorState = "shipped", Parcels = request.Parcels, UpdatedAt = _clock.GetUtcNow() },
                Outcome.Of(new OrderShipped(order.Id, parcels)));
        }), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferBatch> UpdateStockAsync(IReadOnlyList<StockChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Faults.ReadAsync("UpdateStock", () =>
        {
            foreach (var change in changes)
            {
                Stock[change.Sku] = change.Quantity;
            }

            return Done(OfferBatchKind.Stock, [.. changes.Select(change => change.Key)]);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferBatch> UpdatePricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Faults.ReadAsync("UpdatePrices", () =>
        {
            foreach (var change in changes)
            {
                Prices[change.Sku] = change.Price;
            }

            return Done(OfferBatchKind.Price, [.. changes.Select(change => change.Key)]);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferBatch> GetBatchAsync(OfferBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Faults.ReadAsync("GetBatch", () => batch, cancellationToken);
    }

    private static DateTimeOffset ChangedAt(MarketplaceOrder order) => order.UpdatedAt ?? order.CreatedAt;

    private static OfferBatch Done(OfferBatchKind kind, IReadOnlyList<OfferKey> keys) => new()
    {
        Kind = kind,
        State = OfferBatchState.Completed,
        Keys = keys,
        Items = [.. keys.Select(key => new ItemOutcome<OfferKey>(key))],
    };

    private MarketplaceOrder? Find(MarketplaceOrderId orderId)
    {
        lock (_gate)
        {
            return _orders.Find(order => order.Id == orderId);
        }
    }

    private Outcome<T> Change<T>(
        MarketplaceOrderId orderId, Func<MarketplaceOrder, (MarketplaceOrder Order, Outcome<T> Outcome)> change)
        where T : class
    {
        lock (_gate)
        {
            var index = _orders.FindIndex(order => order.Id == orderId);
            if (index < 0)
            {
                return Outcome.Refused<T>(RefusalCode.NotFound, $"The order {orderId} is not known.", "OrderId");
            }

            var (order, outcome) = change(_orders[index]);
            _orders[index] = order;
            return outcome;
        }
    }
}
