using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class MarketplaceWarehouseTests
{
    [Fact]
    public async Task Order_leaves_the_warehouse_that_suits_it()
    {
        await using var market = await OpenAsync(("lille", 5, ["FR"]), ("lyon", 5, ["FR"]));

        await TakeAsync(market, market.Order());

        Assert.Equal("lyon", Assert.Single((await market.OrderAsync()).Parts).Warehouse);
        Assert.Equal((2, 0, 0), await ReservedAsync(market));
    }

    [Fact]
    public async Task Order_that_no_warehouse_holds_alone_leaves_in_parts()
    {
        await using var market = await OpenAsync(("lille", 1, ["FR"]), ("lyon", 1, ["FR"]));

        await TakeAsync(market, market.Order());

        Assert.Equal(["lille", "lyon"], (await market.OrderAsync()).Parts.Select(static part => part.Warehouse).Order());
        Assert.Equal((1, 1, 0), await ReservedAsync(market));
    }

    [Fact]
    public async Task Order_that_all_warehouses_together_do_not_hold_is_refused_at_the_marketplace()
    {
        await using var market = await OpenAsync(("lille", 1, ["FR"]), ("lyon", 0, ["FR"]));

        await TakeAsync(market, market.Order());

        Assert.Equal(OrderStatus.Cancelled, (await market.OrderAsync()).Status);
        Assert.Equal((0, 0, 0), await ReservedAsync(market));
        Assert.Equal(MarketplaceOrderState.Cancelled, (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!.State);
        Assert.Equal((0, 0, 0), await ReservedAsync(market));
    }

    [Fact]
    public async Task Order_whose_address_comes_after_its_acceptance_leaves_the_warehouse_that_has_it()
    {
        await using var market = await OpenAsync(("lille", 5, ["FR"]), ("lyon", 0, ["FR"]));

        await TakeAsync(market, market.Order() with { ShipTo = null });
        var waiting = (await market.OrderAsync()).Status;
        var reserved = await ReservedAsync(market);
        await TellAddressAsync(market, "FR");

        var order = await market.OrderAsync();
        Assert.Equal((OrderStatus.Pending, OrderStatus.Processing), (waiting, order.Status));
        Assert.Equal("lille", Assert.Single(order.Parts).Warehouse);
        Assert.Equal((0, 2, 0), reserved);
        Assert.Equal(reserved, await ReservedAsync(market));
    }

    [Fact]
    public async Task Order_whose_late_address_its_warehouse_does_not_serve_leaves_another()
    {
        await using var market = await OpenAsync(("lille", 5, ["FR"]), ("lyon", 5, ["BE"]));

        await TakeAsync(market, market.Order() with { ShipTo = null });
        var before = await ReservedAsync(market);
        await TellAddressAsync(market, "BE");

        var order = await market.OrderAsync();
        Assert.Equal(OrderStatus.Processing, order.Status);
        Assert.Equal("lyon", Assert.Single(order.Parts).Warehouse);
        Assert.Equal((0, 2, 0), before);
        Assert.Equal((2, 0, 0), await ReservedAsync(market));
    }

    [Fact]
    public async Task Order_whose_late_address_no_warehouse_serves_is_cancelled()
    {
        await using var market = await OpenAsync(("lille", 5, ["FR"]), ("lyon", 5, ["FR"]));

        await TakeAsync(market, market.Order() with { ShipTo = null });
        await TellAddressAsync(market, "BE");

        Assert.Equal(OrderStatus.Cancelled, (await market.OrderAsync()).Status);
        Assert.Equal(new MarketplaceOrderId("A-1"), Assert.Single(market.Only.Cancelled).OrderId);
        Assert.Equal((0, 0, 0), await ReservedAsync(market));
    }

    /// <summary>Opens a shop with nothing in the main warehouse, and lamps in others that ship to countries.</summary>
    private static async Task<Market> OpenAsync(params (string Warehouse, int Lamps, string[] Countries)[] warehouses)
    {
        var market = await Market.OpenAsync(lamps: 0);
        foreach (var (warehouse, lamps, countries) in warehouses)
        {
            var (postalCode, city) = warehouse == "lyon" ? ("69001", "Lyon") : ("59000", "Lille");
            await market.Host.SendAsync(new SetWarehouse(warehouse, Shop.Party("x", postalCode, city).Address, null, [.. countries.Select(static country => CountryCode.Parse(country))], []));
            if (lamps > 0)
            {
                await market.Host.SendAsync(new ReceiveStock(Shop.Lamp, lamps, "opening", warehouse));
            }
        }

        await market.Host.SettleAsync();
        return market;
    }

    private static async Task TakeAsync(Market market, MarketplaceOrder order)
    {
        market.Only.Put(order);
        await market.SyncAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
    }

    private static async Task TellAddressAsync(Market market, string country)
    {
        var accepted = (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!;
        var shipTo = Shop.Party("Zoé Martin", "69002", "Lyon");
        market.Only.Put(accepted with { ShipTo = shipTo with { Address = shipTo.Address with { Country = CountryCode.Parse(country) } }, UpdatedAt = market.Now });
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
    }

    private static async Task<(int Lyon, int Lille, int Main)> ReservedAsync(Market market) =>
        (await ReservedAsync(market, "lyon"), await ReservedAsync(market, "lille"), await ReservedAsync(market, StockPlace.Main));

    private static async Task<int> ReservedAsync(Market market, string warehouse) =>
        (await market.Host.Services.GetRequiredService<IAgentStates>()
            .FindAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Shop.Lamp, warehouse).Key))?.Reserved ?? 0;
}
