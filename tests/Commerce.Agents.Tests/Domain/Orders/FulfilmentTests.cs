using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

public sealed class FulfilmentTests
{
    [Fact]
    public async Task Order_leaves_the_warehouse_that_has_everything()
    {
        await using var shop = await OpenAsync();
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 5, "opening", "lyon"));
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 1, "opening", "lille"));
        await shop.Host.SettleAsync();

        var id = await shop.PlaceAsync(Shop.Draft(lamps: 3));

        var order = await shop.OrderAsync(id);
        Assert.Equal(OrderStatus.Processing, order.Status);
        Assert.Equal("lyon", Assert.Single(order.Parts).Warehouse);
        Assert.Equal(3, (await LevelAsync(shop, Shop.Lamp, "lyon")).Reserved);
        Assert.Equal("lyon", shop.Host.Published.Only<OrderReadyToShip>().Warehouse);
        var decisions = await shop.Host.Services.GetRequiredService<IRepository<Agents.Domain.Decision>>()
            .ListAsync(new EntityQuery<Agents.Domain.Decision> { Where = decision => decision.Kind == "fulfilment" });
        Assert.Equal(nameof(FulfilmentStrategy.SingleWarehouse), Assert.Single(decisions.Items).Outcome);
    }

    [Fact]
    public async Task Order_that_no_warehouse_holds_alone_leaves_in_parts_that_are_tracked_each()
    {
        await using var shop = await OpenAsync();
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 5, "opening", "lyon"));
        await shop.Host.SendAsync(new ReceiveStock(Shop.Vase, 5, "opening", "lille"));
        await shop.Host.SettleAsync();

        var id = await shop.PlaceAsync(Shop.Draft() with { Items = new Dictionary<Sku, int> { [Shop.Lamp] = 1, [Shop.Vase] = 2 } });
        var packed = await shop.OrderAsync(id);
        var numbers = packed.Parts.Select(static part => part.TrackingNumber!.Value).ToList();
        shop.Best.Move(numbers[1], TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var partly = await shop.OrderAsync(id);
        shop.Best.Move(numbers[0], TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var shipped = await shop.OrderAsync(id);
        shop.Best.Move(numbers[0], TrackingStatus.Delivered);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var half = await shop.OrderAsync(id);
        shop.Best.Move(numbers[1], TrackingStatus.Delivered);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(["lille", "lyon"], packed.Parts.Select(static part => part.Warehouse).Order());
        Assert.Equal(2, numbers.Distinct().Count());
        Assert.Equal(2, shop.Host.Published.All<OrderReadyToShip>().Select(static ready => ready.Part).Distinct().Count());
        Assert.Equal(OrderStatus.PartiallyShipped, partly.Status);
        Assert.Equal((2, 2), (shop.Host.Published.Only<OrderPartiallyShipped>().Part, shop.Host.Published.Only<OrderPartiallyShipped>().Parts));
        Assert.Equal(OrderStatus.Shipped, shipped.Status);
        Assert.Equal(OrderStatus.Shipped, half.Status);
        Assert.Equal(OrderStatus.Delivered, (await shop.OrderAsync(id)).Status);
        Assert.Equal(packed.Totals!.Total, Assert.Single(shop.Gateway.Payments).Captured);
        Assert.Equal((4, 0), ((await LevelAsync(shop, Shop.Lamp, "lyon")).OnHand, (await LevelAsync(shop, Shop.Lamp, "lyon")).Reserved));
        Assert.Equal((3, 0), ((await LevelAsync(shop, Shop.Vase, "lille")).OnHand, (await LevelAsync(shop, Shop.Vase, "lille")).Reserved));
    }

    [Fact]
    public async Task Order_that_all_warehouses_together_do_not_hold_is_cancelled()
    {
        await using var shop = await OpenAsync();
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 1, "opening", "lyon"));
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 1, "opening", "lille"));
        await shop.Host.SettleAsync();

        var id = await shop.PlaceAsync(Shop.Draft(lamps: 3));

        Assert.Equal(OrderStatus.Cancelled, (await shop.OrderAsync(id)).Status);
        Assert.Equal(CancellationReasons.OutOfStock, shop.Host.Published.Only<OrderCancelled>().Reason);
        Assert.Empty(shop.Gateway.Payments);
    }

    [Theory]
    [InlineData(2, OrderStatus.Processing)]
    [InlineData(9, OrderStatus.Cancelled)]
    public async Task Order_whose_units_went_back_before_the_money_came_is_reserved_anew_or_cancelled(int taken, OrderStatus expected)
    {
        await using var shop = await Shop.OpenAsync(lamps: 10);
        var id = OrderKeys.From("shop", "basket-1");
        shop.Gateway.Faults.Fail("CreatePayment", CommerceErrorKind.Unavailable);
        await shop.PlaceAsync(Shop.Draft());
        await shop.Host.SendAsync(new ReleaseStock(id.Value, "expired"));
        await shop.Host.SettleAsync();
        await shop.Host.SendAsync(new AdjustStock(Shop.Lamp, -taken, "sold elsewhere"));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(30));

        var order = await shop.OrderAsync(id);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal(expected, order.Status);
        Assert.Equal(expected == OrderStatus.Processing ? 2 : 0, stock.Reserved);
        Assert.True(stock.Available >= 0);
        Assert.Null(expected == OrderStatus.Cancelled ? order.Captured : null);
    }

    [Fact]
    public void Parts_share_a_line_out_to_the_cent()
    {
        OrderLine[] lines = [new() { Sku = Shop.Lamp, Title = "Lamp", Quantity = 3, UnitPrice = Money.Eur(3.34m), Net = Money.Eur(10.01m), Tax = Money.Eur(2m), UnitWeight = Weight.FromGrams(1) }];
        OrderPart[] parts =
        [
            new() { Warehouse = "a", Lines = new Dictionary<Sku, int> { [Shop.Lamp] = 1 } },
            new() { Warehouse = "b", Lines = new Dictionary<Sku, int> { [Shop.Lamp] = 2 } },
        ];

        var planned = FulfilmentParts.Plan(lines, parts);

        Assert.Equal([1, 2], planned.Select(static part => part.Lines[0].Quantity));
        Assert.Equal(lines[0].Net, planned[0].Lines[0].Net + planned[1].Lines[0].Net);
        Assert.Equal(lines[0].Tax, planned[0].Lines[0].Tax + planned[1].Lines[0].Tax);
        Assert.Throws<ArgumentException>(() => FulfilmentParts.Plan(lines, [parts[0], parts[0]]));
    }

    private static async Task<Shop> OpenAsync()
    {
        var shop = await Shop.OpenAsync();
        foreach (var (code, postalCode, city) in new[] { ("lyon", "69001", "Lyon"), ("lille", "59000", "Lille") })
        {
            await shop.Host.SendAsync(new SetWarehouse(code, Shop.Party("x", postalCode, city).Address, null, [CountryCode.France], []));
        }

        await shop.Host.SettleAsync();
        return shop;
    }

    private static Task<StockLevel> LevelAsync(Shop shop, Sku sku, string warehouse) =>
        shop.Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(sku, warehouse).Key);
}
