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
}
