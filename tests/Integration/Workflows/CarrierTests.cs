using System.Text;
using Commerce.Agents;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>W4 with one carrier only, so that it must do everything.</summary>
[Collection(WorkflowCollection.Name)]
public sealed class CarrierTests
{
    [Theory]
    [EachCarrier]
    public async Task W4_1_to_W4_5_Each_carrier_alone_labels_takes_and_delivers(string name, Backend backend)
    {
        var carrier = new CarrierCode(name);
        await using var platform = await PlatformHost.WithCarrierAsync(backend, carrier);
        var sku = await platform.StockAsync(5);

        var id = await platform.PlaceAsync(PlatformHost.Draft(sku, 2));
        var labelled = await platform.ReachedAsync(id, static known => known.TrackingNumber is not null && known.Captured is not null, "label and capture");
        if (carrier == CarrierCode.ColisPrive)
        {
            await platform.CloseDayAsync(carrier);
        }

        var order = await platform.ReachedAsync(id, static known => known.Status == OrderStatus.Delivered, $"the delivery by {carrier}");
        await PlatformHost.WaitAsync(() => Task.FromResult(platform.Mails(order.Number).Count >= 3), "three mails");
        await PlatformHost.WaitAsync(async () => await platform.LevelAsync(sku) is { OnHand: 3, Reserved: 0 }, "the stock without its units");
        var shipment = Assert.Single((await platform.Services.GetRequiredService<IRepository<TrackedShipment>>()
            .ListAsync(new EntityQuery<TrackedShipment> { Where = known => known.OrderId == id })).Items);

        Assert.Equal(carrier, labelled.Carrier);
        Assert.Contains("60 % on-time", labelled.CarrierReason, StringComparison.Ordinal);
        Assert.Equal(carrier == CarrierCode.Ups ? "^XA^" : "%PDF", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Assert.Single(platform.Labels(order.Number))), 0, 4));
        Assert.Equal(labelled.TrackingNumber!.Value.Value, Assert.Single(Bought(platform.Sandbox, carrier)));
        Assert.Equal((labelled.TrackingNumber.Value, ShipmentStatus.Delivered), (shipment.TrackingNumber, shipment.Status));
        Assert.InRange((shipment.DeliveredAt!.Value - shipment.CreatedAt).TotalHours, 22, 26);
        Assert.Equal(
            [OrderStatus.Pending, OrderStatus.Confirmed, OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered],
            order.Timeline.Select(static entry => entry.Status).Distinct());
        Assert.Single(platform.Mails(order.Number), mail => mail.Contains(order.TrackingNumber!.Value.Value, StringComparison.Ordinal));
        Assert.Equal(order.Totals!.Total, order.Captured);
        Assert.Equal(order.Captured!.Value.Amount, platform.Sandbox.Get<StripeSandbox>().Balance["eur"] / 100m);
        Assert.Equal(Price(name), order.ShippingCost);
        Assert.Equal(order.ShippingCost, shipment.Cost);
        Assert.Empty(await platform.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }

    private static IReadOnlyList<string> Bought(SandboxHost sandbox, CarrierCode carrier) => carrier.Value switch
    {
        "colissimo" => sandbox.Get<ColissimoSandbox>().LiveParcels,
        "chronopost" => sandbox.Get<ChronopostSandbox>().LiveParcels,
        "dpd" => sandbox.Get<DpdSandbox>().LiveShipments,
        "colis_prive" => sandbox.Get<ColisPriveSandbox>().LiveParcels,
        "ups" => sandbox.Get<UpsSandbox>().LiveShipments,
        _ => sandbox.Get<FedExSandbox>().LiveShipments,
    };

    /// <summary>
    /// What two kilograms and their carton (2.2 kg) cost within France: 7.90, 8.29 and 6.32 by the price lists with 5, 5.5 and 0 % for fuel; by the sandbox's
    /// tables 8.10, 12 and 14 and 1.50, 1.20 and 1.30 for each kilogram.
    /// </summary>
    private static Money Price(string carrier) => Money.Eur(carrier switch
    {
        "colissimo" => 8.30m,
        "chronopost" => 11.40m,
        "dpd" => 8.75m,
        "colis_prive" => 6.32m,
        "ups" => 14.64m,
        _ => 16.86m,
    });
}
