using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Samples.Platform.Demo;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>W2 and W4 with an account at each of the thirteen vendors.</summary>
[Collection(WorkflowCollection.Name)]
public sealed class AllVendorsTests
{
    [Theory]
    [EachBackend]
    public async Task W2_All_six_marketplaces_are_polled_and_told_of_parcels_and_stock(Backend backend)
    {
        await using var platform = await PlatformHost.WithAllVendorsAsync(backend, clientsSeeFastTime: true);
        var sku = await platform.StockAsync(20);
        MarketplaceSandbox[] marketplaces = [.. platform.Sandbox.Vendors.OfType<MarketplaceSandbox>()];
        var placed = marketplaces.ToDictionary(static marketplace => marketplace, marketplace =>
        {
            marketplace.Offer(sku.Value, 0, 24m);
            return marketplace.Place(new SandboxOrder { Lines = [(sku.Value, 1, 24m)] });
        });

        Assert.Equal(6, marketplaces.Length);
        foreach (var (marketplace, external) in placed)
        {
            var account = DemoAccounts.AccountOf(marketplace);
            var id = OrderKeys.From(account, external);
            await platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Confirmed, $"the order of {account}");
            marketplace.Touch(external);
            var order = await platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Shipped, $"the parcel for {account}");
            await PlatformHost.WaitAsync(() => Task.FromResult(Told(marketplace, order).Count > 0), $"the number at {account}");

            Assert.Equal([1], Told(marketplace, order));
            Assert.InRange(marketplace.Decisions.GetValueOrDefault(external), 0, 1);
            Assert.True(order is { ShipTo: not null, Commission.Amount: > 0 });
            Assert.Equal(1, await platform.Services.GetRequiredService<IRepository<OrderRecord>>().CountAsync(record => record.Number == order.Number));
        }

        foreach (var marketplace in marketplaces)
        {
            await PlatformHost.WaitAsync(
                () =>
                {
                    marketplace.FinishEverything();
                    return Task.FromResult(marketplace.Stock.GetValueOrDefault(sku.Value) == 13);
                },
                $"what can be sold at {marketplace.Name}");
        }
    }

    [Fact]
    public async Task W4_Of_six_carriers_the_next_best_bring_the_parcel_when_those_before_them_are_down()
    {
        await using var platform = await PlatformHost.WithAllVendorsAsync(Backend.Memory, clientsSeeFastTime: false);
        var sku = await platform.StockAsync(20);
        var used = new List<CarrierCode>();

        while (used.Count < 3)
        {
            var id = await platform.PlaceAsync(PlatformHost.Draft(sku));
            var order = await platform.ReachedAsync(id, static known => known.TrackingNumber is not null, $"a label after those of {string.Join(", ", used)}");
            Assert.DoesNotContain(order.Carrier!.Value, used);
            used.Add(order.Carrier.Value);
            Assert.Single(platform.Labels(order.Number));
            if (order.Carrier == CarrierCode.ColisPrive)
            {
                await platform.CloseDayAsync(CarrierCode.ColisPrive);
            }

            Assert.Equal(OrderStatus.Delivered, (await platform.ReachedAsync(id, static known => known.Status == OrderStatus.Delivered, $"the delivery by {order.Carrier}")).Status);
            platform.Sandbox.Faults.Add(order.Carrier.Value.Value, "ship", SandboxFault.Unavailable, times: 1_000);
        }
    }

    private static List<int> Told(MarketplaceSandbox marketplace, Order order) =>
        [.. marketplace.Shipments.Where(parcel => parcel.Key.EndsWith($"/{order.TrackingNumber}", StringComparison.Ordinal)).Select(static parcel => parcel.Value)];
}
