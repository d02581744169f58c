using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Entities;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>Orders that wait for units: ORD-3 rule 7 and W3 step 8.</summary>
public sealed class BackorderTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task W1_5_An_order_that_may_wait_is_held_and_nothing_is_charged()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);

        var id = await shop.PlaceAsync(Waiting(lamps: 3) with { Items = new Dictionary<Sku, int> { [Shop.Lamp] = 3, [Shop.Vase] = 2 } });
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(5));

        var order = await shop.OrderAsync(id);
        Assert.Equal((OrderStatus.OnHold, OrderAgent.BackorderHold), (order.Status, Assert.Single(order.Holds)));
        Assert.Empty(shop.Gateway.Payments);
        var created = shop.Host.Published.Only<BackorderCreated>();
        Assert.Equal((id, Shop.Lamp, 2, null), (created.OrderId, created.Sku, created.Quantity, created.ExpectedOn));
        var backorder = Assert.Single(await BackordersAsync(shop));
        Assert.Equal((created.BackorderId, BackorderStatus.Waiting, StockPlace.Main), (backorder.Id, backorder.Status, backorder.Warehouse));
        Assert.Equal((1, 2), ((await shop.StockAsync(Shop.Lamp)).Reserved, (await shop.StockAsync(Shop.Vase)).Reserved));
    }

    [Fact]
    public async Task W3_8_An_order_goes_on_as_any_other_when_its_units_are_there()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 3));

        await ReceiveAsync(shop, 1);
        var before = (await shop.OrderAsync(id)).Status;
        await ReceiveAsync(shop, 5);

        var order = await shop.OrderAsync(id);
        Assert.Equal((OrderStatus.OnHold, OrderStatus.Processing), (before, order.Status));
        Assert.Equal(order.Totals!.Total, Assert.Single(shop.Gateway.Payments).Captured);
        Assert.Equal([Shop.Lamp], shop.Host.Published.Only<BackorderReady>().Skus);
        Assert.Single(shop.Host.Published.All<OrderConfirmed>());
        Assert.Equal(BackorderStatus.Ready, Assert.Single(await BackordersAsync(shop)).Status);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal((7, 3, 0), (stock.OnHand, stock.Reserved, stock.Waiting.Count));
    }

    [Fact]
    public async Task ORD_3_7_Units_go_to_those_who_wait_by_priority_then_age_and_before_new_orders()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var old = await shop.PlaceAsync(Waiting(2, "ann"), "old");
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(1));
        var young = await shop.PlaceAsync(Waiting(1, "bob"), "young");
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(1));
        var urgent = await shop.PlaceAsync(Waiting(2, "cid") with { Priority = OrderPriority.Urgent }, "urgent");

        await ReceiveAsync(shop, 1);
        var newcomer = await shop.PlaceAsync(Shop.Draft(lamps: 1, customer: "dan"), "new");
        var first = await StatusesAsync(shop, old, young, urgent, newcomer);
        await ReceiveAsync(shop, 1);
        var second = await StatusesAsync(shop, old, young, urgent);
        await ReceiveAsync(shop, 1);
        var third = await StatusesAsync(shop, old, young, urgent);
        await ReceiveAsync(shop, 1);
        var fourth = await StatusesAsync(shop, old, young, urgent);

        Assert.Equal([OrderStatus.OnHold, OrderStatus.OnHold, OrderStatus.OnHold, OrderStatus.Cancelled], first);
        Assert.Equal([OrderStatus.OnHold, OrderStatus.OnHold, OrderStatus.Processing], second);
        Assert.Equal([OrderStatus.Processing, OrderStatus.OnHold, OrderStatus.Processing], third);
        Assert.Equal([OrderStatus.Processing, OrderStatus.Processing, OrderStatus.Processing], fourth);
    }

    [Fact]
    public async Task The_day_is_that_of_the_purchase_order_and_one_day_to_put_away()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var purchase = new PurchaseOrderId(new Guid("018f0000-0000-7000-8000-00000000000a"));
        await shop.Host.SendAsync(new PurchaseOrderSent(purchase, "PO-1", "B", StockPlace.Main, [new PurchaseOrderItem(Shop.Lamp, 50)], Today.AddDays(9)));
        await shop.Host.SettleAsync();

        await shop.PlaceAsync(Waiting(lamps: 3));
        var sent = Assert.Single(await BackordersAsync(shop)).ExpectedOn;
        await shop.Host.SendAsync(new PurchaseOrderConfirmed(purchase, "PO-1", "B", StockPlace.Main, [new PurchaseOrderItem(Shop.Lamp, 50)], Today.AddDays(4)));
        await shop.Host.SettleAsync();
        var confirmed = Assert.Single(await BackordersAsync(shop)).ExpectedOn;
        await shop.Host.SendAsync(new PurchaseOrderReceived(purchase, "PO-1", "B", StockPlace.Main, [new PurchaseOrderItem(Shop.Lamp, 1)], IsComplete: false));
        await shop.Host.SettleAsync();
        var partly = Assert.Single(await BackordersAsync(shop)).ExpectedOn;
        await shop.Host.SendAsync(new PurchaseOrderCancelled(purchase, "PO-1", "B", StockPlace.Main, "no longer made"));
        await shop.Host.SettleAsync();

        Assert.Equal(Today.AddDays(10), shop.Host.Published.Only<BackorderCreated>().ExpectedOn);
        Assert.Equal([Today.AddDays(10), Today.AddDays(5), Today.AddDays(5)], new[] { sent, confirmed, partly });
        Assert.Null(Assert.Single(await BackordersAsync(shop)).ExpectedOn);
    }

    [Theory]
    [InlineData("main", 0, 1, 1)]
    [InlineData("main", 3, 0, 3)]
    [InlineData("main", -1, 1, null)]
    [InlineData("lyon", 3, 1, null)]
    public void The_day_is_told_only_of_what_is_still_to_come_into_the_warehouse(string warehouse, int days, int putAway, int? expected)
    {
        var goods = new IncomingGoods { Id = Guid.NewGuid(), PurchaseOrderId = new PurchaseOrderId(Guid.NewGuid()), Sku = Shop.Lamp, Warehouse = warehouse, ExpectedOn = Today.AddDays(days) };
        IncomingGoods[] incoming = [goods, goods with { ExpectedOn = goods.ExpectedOn.AddDays(days < 0 ? 0 : 7) }, goods with { Warehouse = "main", Sku = Shop.Vase }];

        Assert.Equal(expected is { } day ? Today.AddDays(day) : null, BackorderPlan.ExpectedOn(incoming, Shop.Lamp, "main", Today, putAway));
    }

    [Fact]
    public async Task An_order_waits_thirty_days_and_then_is_cancelled_for_want_of_stock()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 3));

        await shop.Host.AdvanceAsync(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var before = (await shop.OrderAsync(id)).Status;
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((OrderStatus.OnHold, OrderStatus.Cancelled), (before, (await shop.OrderAsync(id)).Status));
        Assert.Equal(CancellationReasons.OutOfStock, shop.Host.Published.Only<OrderCancelled>().Reason);
        Assert.Equal(BackorderStatus.Expired, Assert.Single(await BackordersAsync(shop)).Status);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal((1, 0, 0), (stock.OnHand, stock.Reserved, stock.Waiting.Count));
    }

    [Fact]
    public async Task The_buyer_may_wait_longer()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 3));
        await shop.Host.AdvanceAsync(TimeSpan.FromDays(29));

        var answer = await shop.Host.AskAsync<Answer>(new ExtendBackorder(id));
        await shop.Host.AdvanceAsync(TimeSpan.FromDays(29.9));
        var before = (await shop.OrderAsync(id)).Status;
        await shop.Host.AdvanceAsync(TimeSpan.FromDays(0.2));

        Assert.Empty(answer.Refusals);
        Assert.Equal((OrderStatus.OnHold, OrderStatus.Cancelled), (before, (await shop.OrderAsync(id)).Status));
    }

    [Fact]
    public async Task Only_what_waits_can_be_extended()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 2));
        await ReceiveAsync(shop, 1);

        var ready = Assert.Single((await shop.Host.AskAsync<Answer>(new ExtendBackorder(id))).Refusals);
        var unknown = Assert.Single((await shop.Host.AskAsync<Answer>(new ExtendBackorder(OrderKeys.From("shop", "other")))).Refusals);

        Assert.Equal((RefusalCode.InvalidTransition, "OrderId"), (ready.Code, ready.Field));
        Assert.Equal((RefusalCode.NotFound, "OrderId"), (unknown.Code, unknown.Field));
    }

    [Fact]
    public async Task A_cancelled_order_waits_for_nothing_and_the_next_gets_its_units()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(3, "ann"), "one");
        var next = await shop.PlaceAsync(Waiting(2, "bob"), "two");
        await ReceiveAsync(shop, 1);

        await shop.Host.SendAsync(new CancelOrder(id, CancellationReasons.CustomerRequest));
        await shop.Host.SettleAsync();

        Assert.Equal([OrderStatus.Cancelled, OrderStatus.Processing], await StatusesAsync(shop, id, next));
        Assert.Equal(BackorderStatus.Cancelled, Assert.Single(await BackordersAsync(shop), backorder => backorder.OrderId == id).Status);
        Assert.Single(shop.Gateway.Payments);
    }

    [Fact]
    public async Task A_payment_that_is_declined_then_fails_the_order_and_the_next_gets_its_units()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(2, "ann") with { PaymentMethod = FakePaymentGateway.DeclinedMethod }, "one");
        var next = await shop.PlaceAsync(Waiting(2, "bob"), "two");

        await ReceiveAsync(shop, 1);
        var declined = await StatusesAsync(shop, id, next);
        await shop.Host.AskAsync<Answer>(new RetryPayment(id, new PaymentMethodToken("pm_card_visa")));
        await shop.Host.SettleAsync();
        var again = await StatusesAsync(shop, id);
        await ReceiveAsync(shop, 2);

        Assert.Equal([OrderStatus.PaymentFailed, OrderStatus.Processing], declined);
        Assert.Equal([OrderStatus.OnHold], again);
        Assert.Equal([OrderStatus.Processing], await StatusesAsync(shop, id));
    }

    [Fact]
    public async Task Nobody_releases_an_order_that_waits_for_units_or_changes_its_items()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 3));

        var released = await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        var changed = await shop.Host.AskAsync<Answer>(new ModifyOrder(id, new OrderChange { Items = new Dictionary<Sku, int> { [Shop.Vase] = 1 } }, "ann"));

        Assert.Equal("Status", Assert.Single(released.Refusals).Field);
        Assert.Equal("Items", Assert.Single(changed.Refusals).Field);
        Assert.Equal(OrderStatus.OnHold, (await shop.OrderAsync(id)).Status);
    }

    [Fact]
    public async Task A_person_may_hold_it_too_and_it_is_paid_when_both_are_over()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 2));
        await shop.Host.SendAsync(new HoldOrder(id, "address"));
        await ReceiveAsync(shop, 1);
        var held = ((await shop.OrderAsync(id)).Status, shop.Gateway.Payments.Count);

        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal((OrderStatus.OnHold, 0), held);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
        Assert.Single(shop.Gateway.Payments);
    }

    [Fact]
    public async Task A_held_order_that_waits_longer_than_its_hold_goes_on()
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = await shop.PlaceAsync(Waiting(lamps: 2));
        await shop.Host.AdvanceAsync(TimeSpan.FromDays(20));
        await shop.Host.AskAsync<Answer>(new ExtendBackorder(id));
        await shop.Host.AdvanceAsync(TimeSpan.FromDays(20));

        await ReceiveAsync(shop, 1);

        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
    }

    [Fact]
    public async Task An_order_waits_where_a_purchase_order_brings_its_units_first()
    {
        await using var shop = await WarehousesAsync();
        await shop.Host.SendAsync(new PurchaseOrderSent(new PurchaseOrderId(Guid.NewGuid()), "PO-1", "B", "lille", [new PurchaseOrderItem(Shop.Lamp, 9)], Today.AddDays(3)));
        await shop.Host.SettleAsync();

        Assert.Equal("lille", Assert.Single((await shop.Host.Services.GetRequiredService<IRepository<IncomingGoods>>().ListAsync(new())).Items).Warehouse);
        var id = await shop.PlaceAsync(Waiting(lamps: 3) with { Items = new Dictionary<Sku, int> { [Shop.Lamp] = 3, [Shop.Vase] = 1 } });
        var backorder = Assert.Single(await BackordersAsync(shop));
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 2, "delivery", "lille"));
        await shop.Host.SettleAsync();

        Assert.Equal(("lille", 2, Today.AddDays(4)), (backorder.Warehouse, backorder.Quantity, backorder.ExpectedOn));
        var order = await shop.OrderAsync(id);
        Assert.Equal(OrderStatus.Processing, order.Status);
        Assert.Equal(["lille: 2", "lyon: 2"], order.Parts.Select(static part => $"{part.Warehouse}: {part.Lines.Values.Sum()}").Order());
    }

    [Fact]
    public async Task An_order_of_which_no_warehouse_has_anything_waits_in_one_of_them()
    {
        await using var shop = await WarehousesAsync();
        await shop.Host.SendAsync(new AdjustStock(Shop.Lamp, -1, "broken", "lyon"));
        await shop.Host.SettleAsync();

        var id = await shop.PlaceAsync(Waiting(lamps: 3));
        var status = (await shop.OrderAsync(id)).Status;
        var warehouse = Assert.Single(await BackordersAsync(shop)).Warehouse;
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 3, "delivery", warehouse));
        await shop.Host.SettleAsync();

        Assert.Equal((OrderStatus.OnHold, "lyon"), (status, warehouse));
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Units_that_came_into_another_warehouse_are_found_there(bool isAsked)
    {
        await using var shop = await WarehousesAsync();
        var id = await shop.PlaceAsync(Waiting(lamps: 3) with { Items = new Dictionary<Sku, int> { [Shop.Lamp] = 3, [Shop.Vase] = 1 } });
        var waited = Assert.Single(await BackordersAsync(shop)).Warehouse;
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 2, "delivery", "lille"));
        await shop.Host.SettleAsync();
        var before = (await shop.OrderAsync(id)).Status;

        await shop.Host.SendAsync(isAsked ? new AllocateBackorders(Shop.Lamp) : new StockReceived(new PurchaseOrderId(Guid.NewGuid()), Shop.Lamp, "lille", 2, 2));
        await shop.Host.SettleAsync();

        Assert.Equal(("lyon", OrderStatus.OnHold), (waited, before));
        var order = await shop.OrderAsync(id);
        Assert.Equal(OrderStatus.Processing, order.Status);
        Assert.Equal(["lille: 2", "lyon: 2"], order.Parts.Select(static part => $"{part.Warehouse}: {part.Lines.Values.Sum()}").Order());
        Assert.Single(shop.Gateway.Payments);
        var left = await shop.Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Shop.Lamp, "lyon").Key);
        Assert.Equal((1, 0), (left.Reserved, left.Waiting.Count));
    }

    [Fact]
    public async Task As_long_as_an_order_cannot_leave_in_full_it_keeps_its_place()
    {
        await using var shop = await WarehousesAsync();
        var id = await shop.PlaceAsync(Waiting(lamps: 3));
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 1, "delivery", "lille"));
        await shop.Host.SettleAsync();

        var answer = await shop.Host.AskAsync<Answer>(new AllocateBackorders(Shop.Lamp));
        await shop.Host.SettleAsync();

        Assert.Empty(answer.Refusals);
        Assert.Equal(OrderStatus.OnHold, (await shop.OrderAsync(id)).Status);
        Assert.Single(shop.Host.Published.All<BackorderCreated>());
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 2, "delivery", "lyon"));
        await shop.Host.SettleAsync();
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
    }

    [Theory]
    [InlineData(CrashPoint.AfterReceive)]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task A_crash_neither_loses_nor_doubles_a_backorder(CrashPoint point)
    {
        await using var shop = await Shop.OpenAsync(lamps: 1);
        var id = OrderKeys.From("shop", "basket-1");

        shop.Host.CrashNextAt(point);
        await shop.Host.SendAsync(new PlaceOrder(id, Waiting(lamps: 3)));
        await shop.Host.RestartAfterCrashAsync();
        await shop.Host.SettleAsync();
        var waiting = await shop.StockAsync(Shop.Lamp);
        shop.Host.CrashNextAt(point);
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 4, "delivery"));
        await shop.Host.RestartAfterCrashAsync();
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, Assert.Single(waiting.Waiting).Missing);
        Assert.Equal(BackorderStatus.Ready, Assert.Single(await BackordersAsync(shop)).Status);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
        Assert.Single(shop.Gateway.Payments);
        var stock = await shop.StockAsync(Shop.Lamp);
        Assert.Equal((5, 3, 0), (stock.OnHand, stock.Reserved, stock.Waiting.Count));
    }

    [Fact]
    public void A_large_claim_is_not_overtaken_by_small_ones_of_the_same_turn()
    {
        var turn = new StockTurn(1, DateTimeOffset.UnixEpoch);
        var (large, small, urgent) = (new StockClaim(Guid.NewGuid(), 1, 5, turn), new StockClaim(Guid.NewGuid(), 1, 1, turn), new StockClaim(Guid.NewGuid(), 1, 2, turn with { Priority = 3 }));
        var level = StockQueue.Join(StockQueue.Join(new StockLevel { OnHand = 2 }, large).Level, small).Level;

        var (queued, given, _) = StockQueue.Join(level with { OnHand = 3 }, urgent);
        var served = StockQueue.Serve(queued with { OnHand = 6 });

        Assert.Equal([large.ReservationId, small.ReservationId], level.Waiting.Select(static claim => claim.ReservationId));
        Assert.Equal((1, 3), (given, queued.Reserved));
        Assert.Equal([urgent.ReservationId], served.Served.Select(static claim => claim.ReservationId));
        Assert.Equal([4, 0], served.Level.Waiting.Select(static claim => claim.Kept));
        Assert.Equal((0, 2), (served.Level.Available, served.Level.Missing));
    }

    [Fact]
    public void What_is_waited_for_is_bought_too()
    {
        var level = new StockLevel { OnHand = 2, Policy = new StockPolicy { ReorderPoint = 10, ReorderQuantity = 1, SafetyStock = 0, PackSize = 1 } };

        Assert.Equal(15, StockThresholds.SuggestedQuantity(StockQueue.Join(level, new StockClaim(Guid.NewGuid(), 1, 7, new StockTurn(1, DateTimeOffset.UnixEpoch))).Level));
    }

    [Fact]
    public void Every_other_step_of_a_backorder_is_refused() => Assert.Equal(
        ["None > Waiting", "Ready > Waiting", "Waiting > Cancelled", "Waiting > Expired", "Waiting > Ready"], Steps.Of(BackorderTransitions.Table));

    private static OrderDraft Waiting(int lamps, string customer = "zoe") => Shop.Draft(lamps: lamps, customer: customer) with { AllowsBackorder = true };

    /// <summary>Opens a shop with two warehouses; one lamp and two vases are in Lyon.</summary>
    private static async Task<Shop> WarehousesAsync()
    {
        var shop = await Shop.OpenAsync(lamps: 1);
        foreach (var (code, postalCode, city) in new[] { ("lyon", "69001", "Lyon"), ("lille", "59000", "Lille") })
        {
            await shop.Host.SendAsync(new SetWarehouse(code, Shop.Party("x", postalCode, city).Address, null, [CountryCode.France], []));
        }

        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, 1, "opening", "lyon"));
        await shop.Host.SendAsync(new ReceiveStock(Shop.Vase, 2, "opening", "lyon"));
        await shop.Host.SettleAsync();
        return shop;
    }

    private static async Task ReceiveAsync(Shop shop, int lamps)
    {
        await shop.Host.SendAsync(new ReceiveStock(Shop.Lamp, lamps, "delivery"));
        await shop.Host.SettleAsync();
    }

    private static async Task<IReadOnlyList<Backorder>> BackordersAsync(Shop shop) =>
        (await shop.Host.Services.GetRequiredService<IRepository<Backorder>>().ListAsync(new())).Items;

    private static async Task<IReadOnlyList<OrderStatus>> StatusesAsync(Shop shop, params OrderId[] ids)
    {
        var statuses = new List<OrderStatus>();
        foreach (var id in ids)
        {
            statuses.Add((await shop.OrderAsync(id)).Status);
        }

        return statuses;
    }
}
