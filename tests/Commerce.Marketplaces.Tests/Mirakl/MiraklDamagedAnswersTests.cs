using Commerce.Marketplaces.Mirakl;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed class MiraklDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private IMarketplaceClient Client => _provider.GetRequiredKeyedService<IMarketplaceClient>("mirakl");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var mirakl = _sandbox.Get<MiraklSandbox>();
        mirakl.Offer("LAMP-1", 12, 29.90m);
        mirakl.Place(new SandboxOrder { Id = "Order_00001-A", Lines = [("LAMP-1", 2, 29.90m)] });
        mirakl.BuyerWrites("Order_00001-A", "Where is it?");
        var services = new ServiceCollection();
        services.AddMiraklMarketplace(options =>
        {
            options.BaseAddress = new Uri(_sandbox.AddressOf("mirakl") + "api/");
            options.ApiKey = mirakl.ApiKey;
            options.KeepCallFrequencies = false;
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => _edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public Task Orders() => DamagedAnswers.CheckAsync(_edge, async () =>
    {
        await foreach (var order in Client.ListOrders(new OrderQuery()))
        {
            Assert.NotEmpty(order.Lines);
        }
    });

    [Fact]
    public Task Acceptance() => DamagedAnswers.CheckAsync(_edge, () => ((IOrderAcceptance)Client).DecideOrderAsync(
        new OrderDecision { OrderId = new("Order_00001-A"), AcceptedLines = [new("Order_00001-A-1")] }));

    [Fact]
    public async Task Stock_import()
    {
        var batch = await Client.UpdateStockAsync([new StockChange { Sku = new Sku("LAMP-1"), Quantity = 4 }]);
        await DamagedAnswers.CheckAsync(_edge, () => Client.GetBatchAsync(batch));
    }

    [Fact]
    public Task Offers() => DamagedAnswers.CheckAsync(_edge, async () =>
    {
        await foreach (var offer in ((IOfferReader)Client).ListOffers(new OfferQuery()))
        {
            Assert.NotNull(offer);
        }
    });

    [Fact]
    public Task Conversations() => DamagedAnswers.CheckAsync(_edge, async () =>
    {
        await foreach (var thread in ((IMessagingClient)Client).ListThreads(new ThreadQuery { IncludeMessages = true }))
        {
            Assert.NotNull(thread);
        }
    });

    [Fact]
    public async Task Cancellations_refunds_and_reasons()
    {
        var lines = new[] { new LineAmount { LineId = new("Order_00001-A-1"), Quantity = 1 } };
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderCancellation)Client).CancelOrderAsync(
            new CancelOrderRequest { OrderId = new("Order_00001-A"), Reason = CancellationReason.Other, VendorReason = "34", Lines = lines }));
        await DamagedAnswers.CheckAsync(_edge, () => ((IOrderRefunds)Client).RefundOrderAsync(
            new RefundOrderRequest { Key = new("1"), OrderId = new("Order_00001-A"), Reason = RefundReason.Other, VendorReason = "15", Lines = lines }));
        await DamagedAnswers.CheckAsync(_edge, () => ((IMiraklMarketplaceClient)Client).ListReasonsAsync());
    }

    [Fact]
    public async Task Returns()
    {
        var id = _sandbox.Get<MiraklSandbox>().BuyerReturns("Order_00001-A");
        await DamagedAnswers.CheckAsync(_edge, async () =>
        {
            await foreach (var item in ((IReturnsClient)Client).ListReturns(new ReturnQuery()))
            {
                Assert.NotNull(item.Lines);
            }
        });
        await DamagedAnswers.CheckAsync(_edge, () => ((IReturnsClient)Client).DecideReturnsAsync([new ReturnDecision { ReturnId = new(id), Verdict = ReturnVerdict.Accept }]));
    }

    [Fact]
    public Task Papers() => DamagedAnswers.CheckAsync(_edge, () => ((IOrderDocuments)Client).UploadDocumentAsync(
        new OrderDocument { OrderId = new("Order_00001-A"), Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "%PDF"u8.ToArray() }));

    [Fact]
    public async Task Whole_offers()
    {
        var batch = await ((IOfferWriter)Client).PutOffersAsync(
            [new OfferDraft { Sku = new("CHAIR-1"), ProductId = "3400000000001", Price = Money.Eur(89m), Quantity = 4, Condition = "11" }]);
        await DamagedAnswers.CheckAsync(_edge, () => Client.GetBatchAsync(batch));
    }
}
