using Commerce.Marketplaces.Cdiscount;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>A sandbox with two offers, and clients of it.</summary>
internal sealed class CdiscountWorld : IAsyncDisposable
{
    private readonly List<ServiceProvider> _providers = [];

    private CdiscountWorld(SandboxHost host) => Host = host;

    internal SandboxHost Host { get; }

    internal CdiscountSandbox Octopia => Host.Get<CdiscountSandbox>();

    internal ServiceProvider Provider => _providers[^1];

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await Host.DisposeAsync();
    }

    internal static async Task<CdiscountWorld> StartAsync(TimeProvider? clock = null)
    {
        var world = new CdiscountWorld(await SandboxHost.StartAsync(new SandboxOptions { Clock = clock ?? TimeProvider.System }));
        world.Octopia.Offer("LAMP-1", 12, 29.90m);
        world.Octopia.Offer("LAMP-2", 3, 49.99m);
        return world;
    }

    /// <summary>Everything that Octopia leaves open is decided the way the sandbox has it, unless a test says otherwise.</summary>
    internal ICdiscountMarketplaceClient Client(Action<CdiscountMarketplaceOptions>? configure = null, DelegatingHandler? edge = null)
    {
        var services = new ServiceCollection();
        var http = services.AddCdiscountMarketplace(options =>
        {
            options.BaseAddress = new Uri(Host.AddressOf("cdiscount"), "seller/v2/");
            options.TokenAddress = new Uri(Host.AddressOf("cdiscount"), "auth/realms/maas/protocol/openid-connect/token");
            (options.ClientId, options.ClientSecret, options.SellerId) = (Octopia.ClientId, Octopia.ClientSecret, Octopia.SellerId);
            (options.TaxEncoding, options.DefaultVatPercent) = (CdiscountTaxEncoding.Percent, 20m);
            (options.CancellationField, options.MessageForm) = (CdiscountCancellationField.OrderSellerId, CdiscountMessageForm.Receivers);
            configure?.Invoke(options);
        });
        if (edge is not null)
        {
            http.AddHttpMessageHandler(() => edge);
        }

        _providers.Add(services.BuildServiceProvider());
        return (ICdiscountMarketplaceClient)Provider.GetRequiredKeyedService<IMarketplaceClient>("cdiscount");
    }

    internal MarketplaceOrderId Place(params (string Sku, int Quantity, decimal UnitPrice)[] lines) =>
        new(Octopia.Place(new SandboxOrder { Lines = lines.Length == 0 ? [("LAMP-1", 2, 29.90m)] : lines }));

    /// <summary>Places an order, accepts it and waits until it may be shipped.</summary>
    internal async Task<MarketplaceOrder> ReadyAsync(IMarketplaceClient client, params (string Sku, int Quantity, decimal UnitPrice)[] lines)
    {
        var id = Place(lines);
        var order = (await client.FindOrderAsync(id))!;
        var decided = await ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = id, AcceptedLines = [.. order.Lines.Select(line => line.Id)] });
        Assert.True(decided.IsSuccess, decided.Refusal?.Message);
        Octopia.FinishEverything();
        return (await client.FindOrderAsync(id))!;
    }

    internal async Task<MarketplaceOrder> ShippedAsync(IMarketplaceClient client)
    {
        var order = await ReadyAsync(client);
        var shipped = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [Parcel("6A1")] });
        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
        return (await client.FindOrderAsync(order.Id))!;
    }

    internal static MarketplaceParcel Parcel(string number, params MarketplaceOrderLine[] lines) => new()
    {
        TrackingNumber = number,
        CarrierCode = "COLISSIMO",
        Lines = [.. lines.Select(line => new ParcelLine { LineId = line.Id, Quantity = line.Quantity })],
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
