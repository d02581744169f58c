using Commerce.Marketplaces.Refurbed;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Refurbed;

/// <summary>A sandbox with two offers, and clients of it.</summary>
internal sealed class RefurbedWorld : IAsyncDisposable
{
    private readonly List<ServiceProvider> _providers = [];

    private RefurbedWorld(SandboxHost host) => Host = host;

    internal SandboxHost Host { get; }

    internal RefurbedSandbox Refurbed => Host.Get<RefurbedSandbox>();

    internal ServiceProvider Provider => _providers[^1];

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Host.DisposeAsync();
    }

    internal static async Task<RefurbedWorld> StartAsync(TimeProvider? clock = null)
    {
        var world = new RefurbedWorld(await SandboxHost.StartAsync(new SandboxOptions { Clock = clock ?? TimeProvider.System }));
        world.Refurbed.Offer("LAMP-1", 12, 29.90m);
        world.Refurbed.Offer("LAMP-2", 3, 49.99m);
        return world;
    }

    internal IRefurbedMarketplaceClient Client(Action<RefurbedMarketplaceOptions>? configure = null, DelegatingHandler? edge = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        var http = services.AddRefurbedMarketplace(options =>
        {
            (options.BaseAddress, options.ApiToken) = (Host.AddressOf("refurbed"), Refurbed.ApiToken);
            options.CallsPerSecond = 100;
            options.TrackingUrlTemplates["UPS"] = "https://tracking.example.com/ups/{number}";
            configure?.Invoke(options);
        });
        if (edge is not null)
        {
            http.AddHttpMessageHandler(() => edge);
        }

        _providers.Add(services.BuildServiceProvider());
        return Provider.GetRequiredKeyedService<IRefurbedMarketplaceClient>("refurbed");
    }

    internal MarketplaceOrderId Place(int pieces = 2) => new(Refurbed.Place(new SandboxOrder { Lines = [("LAMP-1", pieces, 29.90m)] }));

    /// <summary>Places an order and accepts all of it.</summary>
    internal async Task<MarketplaceOrder> ReadyAsync(IMarketplaceClient client, int pieces = 2)
    {
        var order = (await client.FindOrderAsync(Place(pieces)))!;
        var decided = await ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [.. order.Lines.Select(line => line.Id)] });
        Assert.True(decided.IsSuccess, decided.Refusal?.Message);
        return (await client.FindOrderAsync(order.Id))!;
    }

    internal async Task<MarketplaceOrder> ShippedAsync(IMarketplaceClient client, int pieces = 2)
    {
        var order = await ReadyAsync(client, pieces);
        var shipped = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [Parcel("6A1")] });
        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
        return (await client.FindOrderAsync(order.Id))!;
    }

    internal static MarketplaceParcel Parcel(string number, params MarketplaceOrderLine[] lines) => new()
    {
        TrackingNumber = number,
        CarrierCode = "colissimo",
        TrackingUrl = new Uri($"https://tracking.example.com/{number}"),
        Lines = [.. lines.Select(line => new ParcelLine { LineId = line.Id, Quantity = 1 })],
    };

    internal static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
