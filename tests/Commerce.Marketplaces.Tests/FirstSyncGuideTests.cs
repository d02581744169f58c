using System.Collections.Concurrent;
using Commerce.Carriers;
using Commerce.Marketplaces.Publishing;
using Commerce.Marketplaces.Sync;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests;

/// <summary>The guide "Your first sync", run against the sandbox: what stands there stands here, word for word.</summary>
public sealed class FirstSyncGuideTests
{
    [Fact]
    public async Task The_guide_works()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var mirakl = sandbox.Get<MiraklSandbox>();
        mirakl.Offer("LAMP-1", 1, 29.90m);
        var orderId = new MarketplaceOrderId(mirakl.Place(new SandboxOrder { Lines = [("LAMP-1", 1, 29.90m)] }));
        var (address, apiKey) = (sandbox.AddressOf("mirakl"), mirakl.ApiKey);
        var services = new ServiceCollection();

        services.AddMiraklMarketplace(
            mirakl =>
            {
                mirakl.BaseAddress = address;
                mirakl.ApiKey = apiKey;
            },
            name: "house");

        services.AddOrderSync<Books>();
        services.AddOfferPublisher(publisher => publisher.Buffers["house"] = 2);

        await using var provider = services.BuildServiceProvider();

        var sync = provider.GetRequiredService<OrderSync>();
        var report = await sync.RunAsync("house");
        Console.WriteLine($"{report.New} new, {report.Updated} changed, {report.Told} told, {report.Failures.Count} failures");

        Assert.Equal((1, 1, 0), (report.New, report.Told, report.Failures.Count));
        Assert.Contains($"house/{orderId}", ((Books)provider.GetRequiredService<IOrderSyncHandler>()).Orders.Keys);
        mirakl.FinishEverything();

        var manager = provider.GetRequiredService<MarketplaceManager>();
        var parcel = manager.Parcel("house", CarrierCode.Ups, new TrackingNumber("1Z999AA10123456784"));
        var planned = await sync.PlanAsync(OrderAction.Ship("house", new ShipOrderRequest { OrderId = orderId, Parcels = [parcel] }));

        Assert.True(planned.IsSuccess, planned.Refusal?.Message);
        Assert.Equal(1, (await sync.RunAsync("house")).Told);
        Assert.Equal("SHIPPED", mirakl.OrderStates[orderId.Value]);

        var publisher = provider.GetRequiredService<OfferPublisher>();
        await publisher.SetStockAsync([new StockLevel(new Sku("LAMP-1"), Available: 12)]);
        await publisher.SetPricesAsync([new PriceTarget(new Sku("LAMP-1"), Money.Eur(24.90m), Floor: Money.Eur(19.90m))]);
        var push = await publisher.RunAsync("house");

        Assert.True(push.IsRunning);
        mirakl.FinishEverything();
        Assert.Equal(2, (await publisher.RunAsync("house")).Pushed);
        Assert.Equal((10, 24.90m), (mirakl.Stock["LAMP-1"], mirakl.Prices["LAMP-1"]));
    }

    [Fact]
    public void Every_line_of_the_guides_code_is_in_the_test() => Guide.IsRunBy("first-sync.md", "tests/Commerce.Marketplaces.Tests/FirstSyncGuideTests.cs");

    internal sealed class Books : IOrderSyncHandler
    {
        private readonly ConcurrentDictionary<string, MarketplaceOrder> _orders = new();

        public IReadOnlyDictionary<string, MarketplaceOrder> Orders => _orders;

        public ValueTask<OrderVerdict> HandleAsync(SyncedOrder order, CancellationToken cancellationToken = default)
        {
            _orders[$"{order.Account}/{order.Order.Id}"] = order.Order;
            var isInStock = order.Order.Lines.All(line => line.Sku is not null);
            return ValueTask.FromResult(isInStock ? OrderVerdict.Accept : OrderVerdict.Refuse(CancellationReason.OutOfStock));
        }
    }
}
