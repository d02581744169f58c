using System.Text;
using Commerce.Agents;
using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>W4: from the packed order to the buyer's door.</summary>
[Collection(WorkflowCollection.Name)]
public sealed class ShippingTests
{
    [Theory]
    [EachBackend]
    public async Task W4_1_to_W4_5_Packed_labelled_captured_shipped_and_told(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        var sku = await platform.StockAsync(5);

        var id = await platform.PlaceAsync(PlatformHost.Draft(sku, 2));
        var labelled = await platform.ReachedAsync(id, static known => known.TrackingNumber is not null && known.Captured is not null, "label and capture");
        var order = await platform.ReachedAsync(id, static known => known.Status == OrderStatus.Delivered, "the delivery");
        await PlatformHost.WaitAsync(() => Task.FromResult(platform.Mails(order.Number).Count >= 3), "three mails");

        Assert.Equal(CarrierCode.Chronopost, labelled.Carrier);
        Assert.Contains("60 % on-time", labelled.CarrierReason, StringComparison.Ordinal);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Assert.Single(platform.Labels(order.Number))), 0, 4));
        Assert.Equal(order.Totals!.Total, order.Captured);
        Assert.Equal(
            [OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered],
            order.Timeline.Select(static entry => entry.Status).Distinct());
        Assert.Single(platform.Mails(order.Number), mail => mail.Contains(order.TrackingNumber!.Value.Value, StringComparison.Ordinal));
        await PlatformHost.WaitAsync(async () => await platform.LevelAsync(sku) is { OnHand: 3, Reserved: 0 }, "the stock without its units");
    }

    [Theory]
    [EachBackend]
    public async Task W4_F_Second_choice_ships_when_the_first_is_down(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        await platform.QuietAsync();
        platform.Sandbox.Faults.Add("chronopost", "ship", SandboxFault.Unavailable, times: 3);

        var id = await platform.PlaceAsync(PlatformHost.Draft(await platform.StockAsync(5)));
        var order = await platform.ReachedAsync(id, static known => known.TrackingNumber is not null, "the label");

        Assert.Equal(CarrierCode.Ups, order.Carrier);
        Assert.Single(platform.Labels(order.Number));
    }

    [Theory]
    [EachBackend]
    public async Task W4_F_Lost_answer_buys_no_second_label(Backend backend)
    {
        var platform = await PlatformHost.OnAsync(backend);
        await platform.QuietAsync();
        var before = platform.Sandbox.Get<ChronopostSandbox>().LiveParcels.Count;
        platform.Sandbox.Faults.Add("chronopost", "ship", SandboxFault.LoseAnswer);

        var id = await platform.PlaceAsync(PlatformHost.Draft(await platform.StockAsync(5)));
        var order = await platform.ReachedAsync(id, static known => known.TrackingNumber is not null, "the label");

        Assert.Equal(CarrierCode.Chronopost, order.Carrier);
        Assert.Equal(before + 1, platform.Sandbox.Get<ChronopostSandbox>().LiveParcels.Count);
        Assert.Empty(await platform.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }
}
