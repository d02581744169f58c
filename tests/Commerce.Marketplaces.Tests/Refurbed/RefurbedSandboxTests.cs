using Commerce.Marketplaces.Refurbed;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Refurbed;

/// <summary>The conformance kit against the sandbox's Refurbed, over real HTTP.</summary>
public sealed class RefurbedSandboxTests : MarketplaceClientContract, IAsyncLifetime
{
    private RefurbedWorld _world = null!;

    public async Task InitializeAsync() => _world = await RefurbedWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public void Both_interfaces_are_one_client()
    {
        var client = _world.Client();

        Assert.Same(client, _world.Provider.GetRequiredKeyedService<IMarketplaceClient>("refurbed"));
    }

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult<IMarketplaceClient>(_world.Client());

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(_world.Client(static options => options.ApiToken = "another-token"));

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count) => Task.FromResult<IReadOnlyList<MarketplaceOrderId>>(
        [.. Enumerable.Range(0, count).Select(_ => _world.Place())]);

    protected override IReadOnlyList<Sku> KnownSkus() => [new("LAMP-1"), new("LAMP-2")];

    protected override Task LetMarketplaceWorkAsync()
    {
        _world.Refurbed.FinishEverything();
        return Task.CompletedTask;
    }
}
