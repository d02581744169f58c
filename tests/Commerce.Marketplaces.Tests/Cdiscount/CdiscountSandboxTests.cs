using Commerce.Marketplaces.Cdiscount;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>The conformance kit against the sandbox's Octopia, over real HTTP.</summary>
public sealed class CdiscountSandboxTests : MarketplaceClientContract, IAsyncLifetime
{
    private CdiscountWorld _world = null!;

    public async Task InitializeAsync() => _world = await CdiscountWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void Both_interfaces_are_one_client()
    {
        var client = _world.Client();

        Assert.Same(client, _world.Provider.GetRequiredKeyedService<ICdiscountMarketplaceClient>("cdiscount"));
    }

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult<IMarketplaceClient>(_world.Client());

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(_world.Client(static options => options.ClientSecret = "another-secret"));

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count) => Task.FromResult<IReadOnlyList<MarketplaceOrderId>>(
        [.. Enumerable.Range(0, count).Select(_ => new MarketplaceOrderId(_world.Octopia.Place(new SandboxOrder { Lines = [("LAMP-1", 2, 29.90m)] })))]);

    protected override IReadOnlyList<Sku> KnownSkus() => [new("LAMP-1"), new("LAMP-2")];

    protected override Task LetMarketplaceWorkAsync()
    {
        _world.Octopia.FinishEverything();
        return Task.CompletedTask;
    }
}
