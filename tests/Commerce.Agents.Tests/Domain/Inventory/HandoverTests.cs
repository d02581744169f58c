using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Parcels that carriers take.</summary>
public sealed class HandoverTests
{
    private const string Manifest = "CHR-20260302-1";

    [Fact]
    public async Task What_is_handed_over_is_shipped_before_the_carrier_scans_it()
    {
        await using var shop = await Shop.OpenAsync();
        var (first, second) = (await shop.PlaceAsync(Shop.Draft(), "one"), await shop.PlaceAsync(Shop.Draft(lamps: 1, customer: "ann"), "two"));

        var answer = await HandOverAsync(shop, Manifest, first);
        var waiting = (await shop.OrderAsync(second)).Status;
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(8));

        Assert.Empty(answer.Refusals);
        Assert.Equal((OrderStatus.Shipped, OrderStatus.Processing), ((await shop.OrderAsync(first)).Status, waiting));
        Assert.Equal(first, shop.Host.Published.Only<OrderShipped>().OrderId);
        Assert.Equal(8, (await shop.StockAsync(Shop.Lamp)).OnHand);
        var parcels = (await shop.Host.Services.GetRequiredService<IRepository<HandoverParcel>>().ListAsync(new())).Items;
        Assert.Equal([null, Manifest], parcels.Select(static parcel => parcel.Manifest).Order());
        shop.Best.Move((await shop.OrderAsync(first)).TrackingNumber!.Value, TrackingStatus.Delivered);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(OrderStatus.Delivered, (await shop.OrderAsync(first)).Status);
    }

    [Fact]
    public async Task A_manifest_may_be_repeated_and_not_changed()
    {
        await using var shop = await Shop.OpenAsync();
        var (first, second) = (await shop.PlaceAsync(Shop.Draft(), "one"), await shop.PlaceAsync(Shop.Draft(lamps: 1, customer: "ann"), "two"));
        await HandOverAsync(shop, Manifest, first);

        var again = await HandOverAsync(shop, Manifest, first);
        var changed = await HandOverAsync(shop, Manifest, second);
        var twice = await HandOverAsync(shop, "CHR-20260302-2", first, second);

        Assert.Empty(again.Refusals);
        Assert.Equal((RefusalCode.Duplicate, "Manifest"), (Assert.Single(changed.Refusals).Code, changed.Refusals[0].Field));
        Assert.Equal(RefusalCode.Duplicate, Assert.Single(twice.Refusals).Code);
        Assert.Single(shop.Host.Published.All<ParcelHandedOver>());
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(second)).Status);
    }

    [Theory]
    [InlineData("Manifest")]
    [InlineData("Parcels")]
    [InlineData("Parcels twice")]
    [InlineData("Parcels[1Z]")]
    public async Task A_manifest_that_cannot_be_is_refused_by_field_and_nothing_is_shipped(string wrong)
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        var number = (await shop.OrderAsync(id)).TrackingNumber!.Value;
        var message = new DispatchHandover(Manifest, CarrierCode.Chronopost, [number]);
        message = wrong switch
        {
            "Manifest" => message with { Manifest = null! },
            "Parcels" => message with { Parcels = [] },
            "Parcels twice" => message with { Parcels = [number, number] },
            _ => message with { Parcels = [number, new TrackingNumber("1Z")] },
        };

        var answer = await shop.Host.AskAsync<Answer>(message);
        await shop.Host.SettleAsync();

        Assert.Equal(wrong.Split(' ')[0], Assert.Single(answer.Refusals).Field);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_crash_hands_nothing_over_twice(CrashPoint point)
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        var number = (await shop.OrderAsync(id)).TrackingNumber!.Value;

        shop.Host.CrashNextAt(point);
        await shop.Host.SendAsync(new DispatchHandover(Manifest, CarrierCode.Chronopost, [number]));
        await shop.Host.RestartAfterCrashAsync();
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.Shipped, (await shop.OrderAsync(id)).Status);
        Assert.Equal((8, 0), ((await shop.StockAsync(Shop.Lamp)).OnHand, (await shop.StockAsync(Shop.Lamp)).Reserved));
    }

    private static async Task<Answer> HandOverAsync(Shop shop, string manifest, params OrderId[] ids)
    {
        var numbers = new List<TrackingNumber>();
        foreach (var id in ids)
        {
            numbers.Add((await shop.OrderAsync(id)).TrackingNumber!.Value);
        }

        var answer = await shop.Host.AskAsync<Answer>(new DispatchHandover(manifest, CarrierCode.Chronopost, numbers));
        await shop.Host.SettleAsync();
        return answer;
    }
}
