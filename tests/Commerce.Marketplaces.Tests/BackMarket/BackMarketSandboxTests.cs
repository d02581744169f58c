using Commerce.Marketplaces.BackMarket;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

/// <summary>The conformance kit against the sandbox's Back Market, over real HTTP.</summary>
public sealed class BackMarketSandboxTests : MarketplaceClientContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];
    private SandboxHost _sandbox = null!;

    private BackMarketSandbox BackMarket => _sandbox.Get<BackMarketSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        BackMarket.Offer("PHONE-1", 12, 229.90m);
        BackMarket.Offer("PHONE-2", 3, 149.99m);
    }

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Prices_by_task_end_with_an_outcome_for_each_item()
    {
        var client = Client(configure: static options => (options.BatchPricesFrom, options.UnnamedItem) = (2, BackMarketUnnamedItem.NotDone));

        var batch = await client.UpdatePricesAsync(
        [
            new PriceChange { Sku = new("PHONE-1"), Price = Money.Eur(199.90m) },
            new PriceChange { Sku = new("NO-SUCH-SKU"), Price = Money.Eur(1m) },
            new PriceChange { Sku = new("phone-2"), Price = Money.Eur(10_000m) },
        ]);
        var running = await client.GetBatchAsync(batch);
        BackMarket.FinishEverything();
        var ended = await client.GetBatchAsync(batch);

        Assert.Equal((OfferBatchState.Running, OfferBatchState.Running, OfferBatchState.Completed), (batch.State, running.State, ended.State));
        Assert.Equal([true, false, false], ended.Items.Select(item => item.IsSuccess));
        Assert.Contains("does not exist", ended.Items[1].Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal((199.90m, 149.99m), (BackMarket.Prices["PHONE-1"], BackMarket.Prices["PHONE-2"]));
    }

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult(Client());

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(Client("another-token"));

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count) => Task.FromResult<IReadOnlyList<MarketplaceOrderId>>(
        [.. Enumerable.Range(0, count).Select(_ => new MarketplaceOrderId(BackMarket.Place(new SandboxOrder { Lines = [("PHONE-1", 2, 229.90m)] })))]);

    protected override IReadOnlyList<Sku> KnownSkus() => [new("PHONE-1"), new("PHONE-2")];

    protected override Task LetMarketplaceWorkAsync()
    {
        BackMarket.FinishEverything();
        return Task.CompletedTask;
    }

    private IMarketplaceClient Client(string? token = null, Action<BackMarketMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (_sandbox.AddressOf("backmarket"), token ?? BackMarket.Token);
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            configure?.Invoke(options);
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IMarketplaceClient>("backmarket");
    }
}
