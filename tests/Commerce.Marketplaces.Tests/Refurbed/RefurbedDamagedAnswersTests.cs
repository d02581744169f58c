using Commerce.Marketplaces.Refurbed;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Refurbed;

public sealed class RefurbedDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private RefurbedWorld _world = null!;
    private IRefurbedMarketplaceClient _client = null!;
    private MarketplaceOrderId _order;

    public async Task InitializeAsync()
    {
        _world = await RefurbedWorld.StartAsync();
        _client = _world.Client(static options => (options.MaxRetries, options.BreakerFailures) = (0, 1000), _edge);
        _order = _world.Place();
        _world.Refurbed.BuyerWrites(_order.Value, "<p>Where is my lamp?</p>");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public Task Orders() => DamagedAnswers.CheckAsync(_edge, () => RefurbedWorld.AllAsync(_client.ListOrders(new OrderQuery { IncludeRaw = true })));

    [Fact]
    public async Task Acceptance()
    {
        var order = (await _client.FindOrderAsync(_order))!;
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderAcceptance)_client).DecideOrderAsync(new OrderDecision { OrderId = _order, AcceptedLines = [order.Lines[0].Id] }));
    }

    [Fact]
    public async Task Shipping()
    {
        var order = await _world.ReadyAsync(_client);
        await DamagedAnswers.CheckAsync(_edge, () => _client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [RefurbedWorld.Parcel("6A1")] }));
    }

    [Fact]
    public async Task Refunds()
    {
        var order = await _world.ShippedAsync(_client);
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderRefunds)_client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("r"), OrderId = order.Id, Reason = RefundReason.Goodwill, Lines = [new LineAmount { LineId = order.Lines[0].Id, Goods = Money.Eur(1m) }],
        }));
        await DamagedAnswers.CheckAsync(_edge, () => _client.CalculateRefundAsync(order.Lines[1].Id, Money.Eur(1m)));
    }

    [Fact]
    public async Task Invoices()
    {
        var invoice = new OrderDocument { OrderId = _order, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "%PDF-1.7"u8.ToArray() };
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderDocuments)_client).UploadDocumentAsync(invoice));
        await DamagedAnswers.CheckAsync(_edge, () => _client.FindInvoiceAsync(_order));
    }

    [Fact]
    public async Task Returns()
    {
        var order = await _world.ShippedAsync(_client);
        _world.Refurbed.SendBack(order.Id.Value, 0);
        await DamagedAnswers.CheckAsync(_edge, () => RefurbedWorld.AllAsync(((IReturnsClient)_client).ListReturns(new ReturnQuery { IncludeRaw = true })));
    }

    [Fact]
    public async Task Stock_and_prices()
    {
        await DamagedAnswers.CheckAsync(_edge, () => _client.UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 4 }, new StockChange { Sku = new("NO-SUCH-SKU"), Quantity = 4 }]));
        await DamagedAnswers.CheckAsync(_edge, () => _client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(4m), Channel = "de" }]));
    }

    [Fact]
    public async Task Offers()
    {
        await DamagedAnswers.CheckAsync(_edge, () => RefurbedWorld.AllAsync(((IOfferReader)_client).ListOffers(new OfferQuery { IncludeRaw = true })));
        await DamagedAnswers.CheckAsync(_edge, () => RefurbedWorld.AllAsync(((IOfferReader)_client).ListOffers(new OfferQuery { Channel = "de", IncludeRaw = true })));
    }

    [Fact]
    public async Task Directories()
    {
        await DamagedAnswers.CheckAsync(_edge, () => ((ICarrierDirectory)_client).ListCarriersAsync());
        await DamagedAnswers.CheckAsync(_edge, () => _client.ListMarketsAsync());
    }

    [Fact]
    public async Task Conversations()
    {
        await DamagedAnswers.CheckAsync(_edge, () => RefurbedWorld.AllAsync(((IMessagingClient)_client).ListThreads(new ThreadQuery { IncludeMessages = true, IncludeRaw = true })));
        await DamagedAnswers.CheckAsync(_edge, () => ((IMessagingClient)_client).SendMessageAsync(new SendMessageRequest { ThreadId = new("42"), Body = "It leaves today." }));
    }
}
