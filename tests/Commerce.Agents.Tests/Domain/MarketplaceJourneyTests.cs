using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;
using Commerce.Marketplaces;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

public sealed class MarketplaceJourneyTests
{
    private static readonly OrderId Imported = OrderKeys.From(Shop.Account, "MKP-1-A");

    [Fact]
    public async Task Marketplace_order_is_accepted_shipped_and_told()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Marketplace.Put(Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow()));

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        var order = await shop.OrderAsync(Imported);
        shop.Best.Move(order.TrackingNumber!.Value, TrackingStatus.PickedUp);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(OrderStatus.Shipped, (await shop.OrderAsync(Imported)).Status);
        var parcel = Assert.Single(shop.Marketplace.Shipped[new MarketplaceOrderId("MKP-1-A")]);
        Assert.Equal(("CHRONO", order.TrackingNumber.Value.Value), (parcel.CarrierCode, parcel.TrackingNumber));
        Assert.Empty(shop.Gateway.Payments);
    }

    [Fact]
    public async Task Order_found_again_and_again_is_one_order()
    {
        await using var shop = await Shop.OpenAsync();
        var order = Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow());
        shop.Marketplace.Put(order);

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        shop.Marketplace.Put(order with { UpdatedAt = shop.Host.Clock.GetUtcNow() });
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.True(shop.Host.Published.All<MarketplaceOrderFound>().Count > 1);
        Assert.Single(shop.Host.Published.All<OrderImported>());
        Assert.Single(shop.Best.Purchases);
    }

    [Fact]
    public async Task Order_without_stock_is_refused_at_the_marketplace()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        shop.Marketplace.Put(Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow()));

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.Cancelled, (await shop.OrderAsync(Imported)).Status);
        Assert.Equal(MarketplaceOrderState.Cancelled, (await shop.Marketplace.FindOrderAsync(new MarketplaceOrderId("MKP-1-A")))!.State);
    }

    [Fact]
    public async Task Order_for_an_unknown_product_is_put_aside_with_the_remedy()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Marketplace.Put(Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow(), new Sku("NOBODYS-1")));

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.SettleAsync();

        Assert.Contains("NOBODYS-1", shop.Host.Published.Only<MarketplaceOrderQuarantined>().Reason, StringComparison.Ordinal);
        Assert.Empty(shop.Host.Published.All<OrderImported>());
    }

    [Fact]
    public async Task Order_without_amounts_waits_until_it_has_them()
    {
        await using var shop = await Shop.OpenAsync();
        var order = Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow());
        shop.Marketplace.Put(order with
        {
            Amounts = null,
            Lines = [.. order.Lines.Select(line => line with { UnitPrice = null, GoodsPrice = null, Shipping = null, Tax = null })],
        });

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.SettleAsync();
        var before = shop.Host.Published.All<OrderImported>().Count;
        shop.Marketplace.Put(order with { UpdatedAt = shop.Host.Clock.GetUtcNow() });
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(0, before);
        Assert.Single(shop.Host.Published.All<OrderImported>());
    }

    [Fact]
    public async Task Lines_that_the_marketplace_ships_are_neither_reserved_nor_shipped()
    {
        await using var shop = await Shop.OpenAsync();
        var order = Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow());
        var theirs = order.Lines[0] with { Id = new MarketplaceOrderLineId("MKP-1-A-2"), Sku = Shop.Vase, FulfilledBy = FulfilmentParty.Marketplace };
        shop.Marketplace.Put(order with { Lines = [order.Lines[0], theirs], Amounts = order.Amounts! with { Goods = Money.Eur(119.60m), Total = Money.Eur(129.40m) } });

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(6));
        var imported = await shop.OrderAsync(Imported);
        shop.Best.Move(imported.TrackingNumber!.Value, TrackingStatus.PickedUp);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(Shop.Lamp, Assert.Single(imported.Lines).Sku);
        Assert.Equal(Money.Eur(64.70m), imported.Totals!.Total);
        Assert.Equal((10, 0), ((await shop.StockAsync(Shop.Vase)).OnHand, (await shop.StockAsync(Shop.Vase)).Reserved));
        var parcel = Assert.Single(shop.Marketplace.Shipped[new MarketplaceOrderId("MKP-1-A")]);
        Assert.Equal(("MKP-1-A-1", 2), (Assert.Single(parcel.Lines).LineId.Value, parcel.Lines[0].Quantity));
    }

    [Fact]
    public async Task Order_that_the_marketplace_ships_as_a_whole_is_left_to_it()
    {
        await using var shop = await Shop.OpenAsync();
        var order = Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow());
        shop.Marketplace.Put(order with { Lines = [.. order.Lines.Select(line => line with { FulfilledBy = FulfilmentParty.Marketplace })] });

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(6));

        Assert.Empty(shop.Host.Published.All<OrderImported>());
        Assert.Empty(shop.Best.Purchases);
    }

    [Fact]
    public async Task Failed_reading_is_repeated_after_a_minute_and_loses_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Marketplace.Put(Shop.MarketplaceOrder(shop.Host.Clock.GetUtcNow()));
        shop.Marketplace.Faults.Fail("ListOrders", CommerceErrorKind.Unavailable);

        await shop.Host.SendAsync(new SyncMarketplace(Shop.Account));
        await shop.Host.SettleAsync();
        var failed = shop.Host.Published.Only<MarketplaceSyncFailed>();
        await shop.Host.AdvanceAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((Shop.Account, SyncKinds.Orders), (failed.Account, failed.Kind));
        Assert.Single(shop.Host.Published.All<OrderImported>());
    }

    [Fact]
    public async Task Stock_changes_of_five_seconds_go_out_together_less_the_buffer()
    {
        await using var shop = await Shop.OpenAsync();

        await shop.PlaceAsync(Shop.Draft(lamps: 3));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((6, 9), (shop.Marketplace.Stock[Shop.Lamp], shop.Marketplace.Stock[Shop.Vase]));
        Assert.Equal(2, Assert.Single(shop.Host.Published.All<MarketplaceStockSynced>()).Succeeded);
    }
}
