using Commerce.Marketplaces.BackMarket;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

public sealed class BackMarketDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;
    private MarketplaceOrderId _order;
    private ThreadId _folder;

    private IBackMarketMarketplaceClient Client => _provider.GetRequiredKeyedService<IBackMarketMarketplaceClient>("backmarket");

    private BackMarketSandbox BackMarket => _sandbox.Get<BackMarketSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        BackMarket.Limit(100_000, TimeSpan.FromSeconds(1));
        BackMarket.Offer("PHONE-1", 12, 229.90m);
        _order = new(BackMarket.Place(new SandboxOrder { Lines = [("PHONE-1", 2, 229.90m)] }));
        _folder = new(BackMarket.BuyerWrites(_order.Value, "Battery does not charge"));
        BackMarket.BuyerReturns(_order.Value);
        BackMarket.ShipByBackMarket(_order.Value);
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (_sandbox.AddressOf("backmarket"), BackMarket.Token);
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            (options.BatchPricesFrom, options.UnnamedItem) = (2, BackMarketUnnamedItem.Done);
            (options.MaxRetries, options.BreakerFailures, options.KeepCallFrequencies) = (0, 1000, false);
        }).AddHttpMessageHandler(() => _edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public Task Orders() => AllAsync(() => Client.ListOrders(new OrderQuery { IncludeRaw = true }));

    [Fact]
    public async Task Acceptance_shipping_refunds_and_cancellations()
    {
        var line = new MarketplaceOrderLineId("98001");
        await CheckAsync(() => ((IOrderAcceptance)Client).DecideOrderAsync(new OrderDecision { OrderId = _order, AcceptedLines = [line] }));
        await CheckAsync(() => Client.ListDeliveriesAsync(_order));
        await CheckAsync(() => Client.ShipOrderAsync(new ShipOrderRequest { OrderId = _order, Parcels = [new MarketplaceParcel { TrackingNumber = "XY1" }] }));
        await CheckAsync(() => ((IOrderRefunds)Client).RefundOrderAsync(
            new RefundOrderRequest { Key = new("1"), OrderId = _order, Reason = RefundReason.Other, Lines = [new LineAmount { LineId = line, Quantity = 1 }] }));
        await CheckAsync(() => ((IOrderCancellation)Client).CancelOrderAsync(new CancelOrderRequest { OrderId = _order, Reason = CancellationReason.Other }));
    }

    [Fact]
    public async Task Listings_tasks_and_competitors()
    {
        await AllAsync(() => ((IOfferReader)Client).ListOffers(new OfferQuery { IncludeRaw = true }));
        await AllAsync(() => ((IOfferReader)Client).ListOffers(new OfferQuery { Skus = [new("PHONE-1")] }));
        await CheckAsync(() => Client.UpdateStockAsync([new StockChange { Sku = new("PHONE-1"), Quantity = 4 }]));
        var prices = new[] { new PriceChange { Sku = new("PHONE-1"), Price = Money.Eur(99m) }, new PriceChange { Sku = new("PHONE-2"), Price = Money.Eur(99m) } };
        await CheckAsync(() => Client.UpdatePricesAsync(prices));
        var batch = await Client.UpdatePricesAsync(prices);
        await CheckAsync(() => Client.GetBatchAsync(batch));
        BackMarket.FinishEverything();
        await CheckAsync(() => Client.GetBatchAsync(batch));
        var listing = (await Client.UpdateStockAsync([new StockChange { Sku = new("PHONE-1"), Quantity = 4 }])).Items[0];
        Assert.True(listing.IsSuccess);
        await CheckAsync(() => Client.ListCompetitorsAsync("unknown"));
    }

    [Fact]
    public async Task Care_folders_and_returns()
    {
        await AllAsync(() => ((IMessagingClient)Client).ListThreads(new ThreadQuery { IncludeMessages = true, IncludeRaw = true }));
        await AllAsync(() => ((IMessagingClient)Client).ListThreads(new ThreadQuery { OrderId = _order, IncludeRaw = true }));
        await AllAsync(() => ((IReturnsClient)Client).ListReturns(new ReturnQuery { IncludeRaw = true }));
        await CheckAsync(() => ((IMessagingClient)Client).SendMessageAsync(new SendMessageRequest { ThreadId = _folder, Body = "Hello." }));
        await CheckAsync(() => Client.TransferItemAsync(_folder, "UPS", "1Z900", BackMarketItemAction.Repair));
        await CheckAsync(() => Client.SetIdentifiersAsync(new("98001"), null, "SN-1"));
    }

    // What is refused is an end too: a damaged look at an order may say anything.
    private async Task CheckAsync(Func<Task> call)
    {
        await DamagedAnswers.CheckAsync(_edge, async () =>
        {
            try
            {
                await call();
            }
            catch (CommerceException) when (_edge.Recorded.Count == 0)
            {
                throw new InvalidOperationException("The call to be recorded fails.");
            }
            catch (CommerceException)
            {
                // A call that fails while it is recorded is played back all the same.
            }
        });
        _edge.Record();
    }

    private Task AllAsync<T>(Func<Paged<T>> list) => CheckAsync(async () =>
    {
        await foreach (var item in list())
        {
            Assert.NotNull(item);
        }
    });
}
