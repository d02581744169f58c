using Commerce.Marketplaces.Cdiscount;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

public sealed class CdiscountDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private CdiscountWorld _world = null!;
    private ICdiscountMarketplaceClient _client = null!;
    private MarketplaceOrderId _order;

    public async Task InitializeAsync()
    {
        _world = await CdiscountWorld.StartAsync();
        _client = _world.Client(static options => (options.MaxRetries, options.BreakerFailures) = (0, 1000), _edge);
        _order = _world.Place();
        _world.Octopia.BuyerWrites(_order.Value, "Where is my lamp?");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public Task Orders() => DamagedAnswers.CheckAsync(_edge, async () =>
    {
        await foreach (var order in _client.ListOrders(new OrderQuery { IncludeRaw = true }))
        {
            Assert.NotEmpty(order.Lines);
        }
    });

    [Fact]
    public Task Acceptance() => DamagedAnswers.CheckAsync(
        _edge, () => ((IOrderAcceptance)_client).DecideOrderAsync(new OrderDecision { OrderId = _order, AcceptedLines = [new("1")] }));

    [Fact]
    public async Task Shipping()
    {
        var order = await _world.ReadyAsync(_client);
        await DamagedAnswers.CheckAsync(_edge, () => _client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A1")] }));
    }

    [Fact]
    public async Task Cancellation()
    {
        var order = await _world.ReadyAsync(_client);
        var request = new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.OutOfStock };
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderCancellation)_client).CancelOrderAsync(request));
        var asked = new OrderCancelled(order.Id, ["c-0001"]) { State = MarketplaceRequestState.Pending, Lines = [new(order.Lines[0].Id)] };
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderCancellation)_client).GetCancellationAsync(asked));
        await DamagedAnswers.CheckAsync(_edge, () => _client.ListCancellationReasonsAsync("InPreparation"));
    }

    [Fact]
    public async Task Gestures()
    {
        var order = await _world.ShippedAsync(_client);
        var request = new RefundOrderRequest { Key = new OperationKey("r"), OrderId = order.Id, Reason = RefundReason.Goodwill, Amount = Money.Eur(1m), Note = "A scratch" };
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderRefunds)_client).RefundOrderAsync(request));
        var asked = new OrderRefunded(order.Id, ["g-0001"]) { State = MarketplaceRequestState.Pending };
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderRefunds)_client).GetRefundAsync(asked));
        await DamagedAnswers.CheckAsync(_edge, () => _client.FindRefundableAmountAsync(order.Id));
    }

    [Fact]
    public async Task Stock_package()
    {
        // The edge drops the headers of a body, which name the package.
        var batch = await _world.Client().UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 4 }, new StockChange { Sku = new("NO-SUCH-SKU"), Quantity = 4 }]);
        _world.Octopia.FinishEverything();
        await DamagedAnswers.CheckAsync(_edge, () => _client.GetBatchAsync(batch));
    }

    [Fact]
    public Task Offers() => DamagedAnswers.CheckAsync(_edge, async () =>
    {
        await foreach (var offer in ((IOfferReader)_client).ListOffers(new OfferQuery { IncludeRaw = true }))
        {
            Assert.NotNull(offer);
        }
    });

    [Fact]
    public async Task Directories()
    {
        await DamagedAnswers.CheckAsync(_edge, () => ((ICarrierDirectory)_client).ListCarriersAsync());
        await DamagedAnswers.CheckAsync(_edge, () => _client.ListDeliveryModesAsync());
        await DamagedAnswers.CheckAsync(_edge, () => _client.CountOrdersAsync(new OrderQuery()));
    }

    [Fact]
    public Task Conversations() => DamagedAnswers.CheckAsync(_edge, async () =>
    {
        await foreach (var thread in ((IMessagingClient)_client).ListThreads(new ThreadQuery { IncludeMessages = true, IncludeRaw = true }))
        {
            Assert.NotNull(thread);
        }
    });

    [Fact]
    public async Task Answers()
    {
        var thread = (await CdiscountWorld.AllAsync(((IMessagingClient)_client).ListThreads(new ThreadQuery())))[0];
        await DamagedAnswers.CheckAsync(_edge, () => ((IMessagingClient)_client).SendMessageAsync(new SendMessageRequest { ThreadId = thread.Id, Body = "It leaves today." }));
        await DamagedAnswers.CheckAsync(_edge, () => ((IThreadUpdates)_client).UpdateThreadAsync(new ThreadUpdate { ThreadId = thread.Id, IsRead = true }));
    }
}
