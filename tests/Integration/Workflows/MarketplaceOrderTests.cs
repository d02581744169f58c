using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Samples.Platform;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>W2: orders of marketplaces.</summary>
[Collection(WorkflowCollection.Name)]
public sealed class MarketplaceOrderTests
{
    [Theory]
    [EachBackend]
    public async Task W2_1_to_W2_5_Polled_imported_once_reserved_and_accepted(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var mirakl = platform.Sandbox.Get<MiraklSandbox>();
        var sku = await platform.StockAsync(5);
        var external = $"MKP-{Guid.NewGuid():N}"[..12] + "-A";

        mirakl.Place(new SandboxOrder { Id = external, Lines = [(sku.Value, 2, 24m)] });
        var id = OrderKeys.From(PlatformServices.Marketplace, external);
        await platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Confirmed, "the order of the marketplace");
        mirakl.Touch(external);
        var order = await platform.ReachedAsync(id, static known => known.Status >= OrderStatus.Shipped, "its parcel");
        await PlatformHost.WaitAsync(() => Task.FromResult(mirakl.Tracking.ContainsKey(external)), "its number at the marketplace");

        Assert.Equal(52.90m, order.Totals!.Total.Amount);
        Assert.True(order.Commission is { Amount: > 0 });
        Assert.NotNull(order.ShipTo);
        Assert.Equal(1, mirakl.Decisions[external]);
        Assert.Equal(order.TrackingNumber?.Value, mirakl.Tracking[external]);
        await PlatformHost.WaitAsync(async () => await platform.LevelAsync(sku) is { OnHand: 3, Reserved: 0 }, "the stock without its units");
        Assert.Equal(1, await platform.Services.GetRequiredService<IRepository<OrderRecord>>().CountAsync(record => record.Number == order.Number));
    }

    [Theory]
    [EachBackend]
    public async Task W2_F_Marketplace_that_is_away_is_caught_up(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var mirakl = platform.Sandbox.Get<MiraklSandbox>();
        var sku = await platform.StockAsync(5);
        var external = $"MKP-{Guid.NewGuid():N}"[..12] + "-A";
        platform.Sandbox.Faults.Add("mirakl", "list-orders", SandboxFault.Unavailable, times: 6);

        mirakl.Place(new SandboxOrder { Id = external, Lines = [(sku.Value, 1, 24m)] });

        await platform.ReachedAsync(OrderKeys.From(PlatformServices.Marketplace, external), static known => known.Status >= OrderStatus.Confirmed, "the order after the outage");
        Assert.Equal(1, mirakl.Decisions[external]);
    }
}
