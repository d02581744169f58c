using System.Text;
using Commerce.Marketplaces.Amazon;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed class AmazonDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;
    private MarketplaceOrderId _order;

    private AmazonSandbox Amazon => _sandbox.Get<AmazonSandbox>();

    private IAmazonMarketplaceClient Client => _provider.GetRequiredKeyedService<IAmazonMarketplaceClient>("amazon");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        Amazon.Offer("LAMP-1", 12, 29.90m);
        _order = new(Amazon.Place(new SandboxOrder { Lines = [("LAMP-1", 2, 29.90m)] }));
        Amazon.BuyerReturns(_order.Value, "LAMP-1", 1);
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("amazon");
            options.TokenAddress = new Uri(_sandbox.AddressOf("amazon"), "auth/o2/token");
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = (Amazon.ClientId, Amazon.ClientSecret, Amazon.RefreshToken, Amazon.SellerId);
            options.MarketplaceIds = [Amazon.MarketplaceId];
            (options.MaxRetries, options.BreakerFailures, options.KeepCallRates, options.FeedFrom) = (0, 1000, false, 1);
        }).AddHttpMessageHandler(() => _edge);
        _provider = services.BuildServiceProvider();
        await Client.FindOrderAsync(_order);
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public Task Orders() => DamagedAnswers.CheckAsync(_edge, () => AllAsync(Client.ListOrders(new OrderQuery())));

    [Fact]
    public Task One_order() => DamagedAnswers.CheckAsync(_edge, () => Client.FindOrderAsync(_order));

    [Fact]
    public Task Shipping() => DamagedAnswers.CheckAsync(_edge, () => Client.ShipOrderAsync(new ShipOrderRequest
    {
        OrderId = _order, Parcels = [new MarketplaceParcel { Reference = "1", TrackingNumber = "P1", CarrierCode = "UPS" }],
    }));

    [Fact]
    public Task A_feed_that_is_sent() => DamagedAnswers.CheckAsync(_edge, () => Client.UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 4 }]));

    [Fact]
    public async Task A_feed_that_has_ended()
    {
        var batch = await Client.UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 4 }]);
        Amazon.FinishEverything();
        await DamagedAnswers.CheckAsync(_edge, () => Client.GetBatchAsync(batch));
    }

    [Fact]
    public async Task A_cancellation_that_has_ended()
    {
        var taken = (await ((IOrderCancellation)Client).CancelOrderAsync(new CancelOrderRequest { OrderId = _order, Reason = CancellationReason.OutOfStock })).Value;
        Amazon.FinishEverything();
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderCancellation)Client).GetCancellationAsync(taken));
    }

    [Fact]
    public Task Offers() => DamagedAnswers.CheckAsync(_edge, () => AllAsync(((IOfferReader)Client).ListOffers(new OfferQuery())));

    [Fact]
    public Task A_preview() => DamagedAnswers.CheckAsync(
        _edge, () => ((IOfferPreview)Client).PreviewPricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(1m) }]));

    [Fact]
    public Task A_message_with_a_file() => DamagedAnswers.CheckAsync(_edge, () => ((IOrderDocuments)Client).UploadDocumentAsync(
        new OrderDocument { OrderId = _order, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "invoice"u8.ToArray() }));

    [Fact]
    public Task Subscriptions() => DamagedAnswers.CheckAsync(_edge, () => ((INotificationSubscriptions)Client).ListSubscriptionsAsync());

    [Fact]
    public Task Queues() => DamagedAnswers.CheckAsync(_edge, () => Client.ListQueuesAsync());

    [Fact]
    public Task Returns() => DamagedAnswers.CheckAsync(_edge, () => AllAsync(((IReturnsClient)Client).ListReturns(new ReturnQuery())));

    [Fact]
    public Task Expected_prices() => DamagedAnswers.CheckAsync(_edge, () => Client.GetExpectedPricesAsync([new OfferKey(new("LAMP-1"))]));

    [Fact]
    public Task Stores() => DamagedAnswers.CheckAsync(_edge, () => Client.ListStoresAsync());

    [Fact]
    public void A_notification_that_is_cut_anywhere_is_a_refusal()
    {
        var whole = Encoding.UTF8.GetBytes("""{"NotificationType":"ORDER_CHANGE","EventTime":"2026-01-11T00:09:53Z","Payload":{"A":{"AmazonOrderId":"1"}},"NotificationMetadata":{"NotificationId":"n"}}""");
        var reader = (INotificationReader)Client;

        Assert.True(reader.Read(whole).IsSuccess);
        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Equal(RefusalCode.Validation, reader.Read(whole.AsMemory(0, length)).Refusal?.Code));
    }

    private static async Task AllAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
        }
    }
}
