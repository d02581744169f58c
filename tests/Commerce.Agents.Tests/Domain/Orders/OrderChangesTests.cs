using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

public sealed class OrderChangesTests
{
    private static readonly PaymentMethodToken Visa = new("pm_card_visa");

    [Fact]
    public async Task Same_basket_under_another_key_waits_until_a_person_has_looked()
    {
        await using var shop = await Shop.OpenAsync();
        var first = await shop.PlaceAsync(Shop.Draft(), "basket-1");

        var second = await shop.PlaceAsync(Shop.Draft(), "basket-2");
        var other = await shop.PlaceAsync(Shop.Draft(lamps: 1), "basket-3");
        var held = await shop.OrderAsync(second);
        var answer = await shop.Host.AskAsync<Answer>(new ReleaseHold(second, "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(first)).Status);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(other)).Status);
        Assert.Equal(OrderStatus.OnHold, held.Status);
        Assert.Equal([OrderAgent.DuplicateHold], held.Holds);
        Assert.Contains("possible-duplicate", held.Tags);
        Assert.Empty(answer.Refusals);
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(second)).Status);
    }

    [Fact]
    public async Task Same_basket_after_five_minutes_is_another_order()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PlaceAsync(Shop.Draft(), "basket-1");
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        var second = await shop.PlaceAsync(Shop.Draft(), "basket-2");

        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(second)).Status);
    }

    [Fact]
    public async Task Declined_order_is_paid_again_with_another_card()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft(FakePaymentGateway.DeclinedMethod.Value));
        var failed = await shop.OrderAsync(id);

        var answer = await shop.Host.AskAsync<Answer>(new RetryPayment(id, Visa));
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.PaymentFailed, failed.Status);
        Assert.Empty(answer.Refusals);
        var paid = await shop.OrderAsync(id);
        Assert.Equal(OrderStatus.Processing, paid.Status);
        Assert.Equal(paid.Totals!.Total, paid.Captured);
        Assert.Equal(2, (await shop.StockAsync(Shop.Lamp)).Reserved);
        var again = await shop.Host.AskAsync<Answer>(new RetryPayment(id, Visa));
        Assert.Equal("Status", Assert.Single(again.Refusals).Field);
    }

    [Fact]
    public async Task Order_that_is_not_paid_for_a_day_is_cancelled()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft(FakePaymentGateway.DeclinedMethod.Value));

        await shop.Host.AdvanceAsync(TimeSpan.FromHours(23));
        var waiting = await shop.OrderAsync(id);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(OrderStatus.PaymentFailed, waiting.Status);
        Assert.Equal(OrderStatus.Cancelled, (await shop.OrderAsync(id)).Status);
        Assert.Equal(CancellationReasons.PaymentFailed, Assert.Single(shop.Host.Published.All<OrderCancelled>()).Reason);
    }

    [Fact]
    public async Task Delivered_order_is_completed_after_thirty_days()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        shop.Best.Move((await shop.OrderAsync(id)).TrackingNumber!.Value, TrackingStatus.Delivered);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var delivered = await shop.OrderAsync(id);

        await shop.Host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal(OrderStatus.Delivered, delivered.Status);
        Assert.Equal(OrderStatus.Completed, (await shop.OrderAsync(id)).Status);
        Assert.Single(shop.Host.Published.All<OrderCompleted>());
    }

    [Fact]
    public async Task Stuck_order_is_told_once_for_each_state()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());

        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(29));
        var early = shop.Host.Published.All<OrderStuckDetected>().Count;
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(0, early);
        var stuck = Assert.Single(shop.Host.Published.All<OrderStuckDetected>());
        Assert.Equal((id, OrderStatus.Processing), (stuck.OrderId, stuck.Status));
        Assert.Equal(30, stuck.AgeMinutes);
    }

    [Fact]
    public async Task Held_order_takes_other_items_and_is_charged_for_them()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.PlaceAsync(Shop.Draft(), "basket-1");
        var id = await shop.PlaceAsync(Shop.Draft(), "basket-2");
        var before = await shop.OrderAsync(id);

        var answer = await shop.Host.AskAsync<Answer>(new ModifyOrder(id, new OrderChange { Items = new Dictionary<Sku, int> { [Shop.Vase] = 1 } }, "ann"));
        var listed = (await shop.Host.Services.GetRequiredService<IRepository<OrderRecord>>().FindAsync(id.Value))!.Value.Total;
        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();

        Assert.Empty(answer.Refusals);
        Assert.Equal((await shop.OrderAsync(id)).Totals!.Total, listed);
        var modified = Assert.Single(shop.Host.Published.All<OrderModified>());
        Assert.Equal("items", modified.ChangeType);
        var order = await shop.OrderAsync(id);
        Assert.Equal(order.Totals!.Total - before.Totals!.Total, modified.TotalDelta);
        Assert.Equal(Shop.Vase, Assert.Single(order.Lines).Sku);
        Assert.Equal(order.Totals.Total, order.Captured);
        Assert.Equal(1, (await shop.StockAsync(Shop.Vase)).Reserved);
    }

    [Fact]
    public async Task Order_that_is_being_picked_refuses_what_no_longer_can_change()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        var change = new OrderChange
        {
            Items = new Dictionary<Sku, int> { [Shop.Vase] = 1 },
            ShipTo = Shop.Party("Zoé Martin", "75001", "Paris"),
            RequiredBy = new DateOnly(2027, 1, 1),
            Priority = OrderPriority.Urgent,
            Gift = new GiftOptions(new string('x', 501), IsWrapped: true),
        };

        var answer = await shop.Host.AskAsync<Answer>(new ModifyOrder(id, change, ""));

        Assert.Equal(
            ["Actor", "Gift", "Gift.Message", "Items", "Priority", "RequiredBy", "ShipTo"], answer.Refusals.Select(static refusal => refusal.Field!).Order());
        Assert.Empty(shop.Host.Published.All<OrderModified>());
    }

    [Fact]
    public async Task Notes_and_tags_are_kept_and_checked()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());

        var note = await shop.Host.AskAsync<Answer>(new AddOrderNote(id, "ann", "Ring twice."));
        var tag = await shop.Host.AskAsync<Answer>(new TagOrder(id, "vip"));
        var bad = await shop.Host.AskAsync<Answer>(new TagOrder(id, "V I P"));
        var empty = await shop.Host.AskAsync<Answer>(new AddOrderNote(id, "ann", " "));
        var unknown = await shop.Host.AskAsync<Answer>(new TagOrder(OrderKeys.From("shop", "none"), "vip"));

        Assert.Empty(note.Refusals.Concat(tag.Refusals));
        Assert.Equal(["Tag", "Text", "OrderId"], new[] { bad, empty, unknown }.Select(static answer => Assert.Single(answer.Refusals).Field));
        var order = await shop.OrderAsync(id);
        Assert.Equal("Ring twice.", Assert.Single(order.Notes).Text);
        Assert.Equal(["vip"], order.Tags);
    }

    [Fact]
    public async Task Three_failed_attempts_send_the_parcel_back()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        var early = await shop.Host.AskAsync<Answer>(new RecordDeliveryAttempt(id, DeliveryResult.CustomerNotHome));
        shop.Best.Move((await shop.OrderAsync(id)).TrackingNumber!.Value, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        foreach (var result in new[] { DeliveryResult.CustomerNotHome, DeliveryResult.Rescheduled, DeliveryResult.AddressIssue })
        {
            await shop.Host.AskAsync<Answer>(new RecordDeliveryAttempt(id, result));
        }

        var tagsBefore = (await shop.OrderAsync(id)).Tags;
        await shop.Host.AskAsync<Answer>(new RecordDeliveryAttempt(id, DeliveryResult.RefusedByCustomer));

        Assert.Equal("Status", Assert.Single(early.Refusals).Field);
        Assert.Empty(tagsBefore);
        Assert.Equal(["return-to-sender"], (await shop.OrderAsync(id)).Tags);
    }

    [Fact]
    public async Task Quote_costs_what_the_order_will_and_stores_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        var id = OrderKeys.From("shop", "basket-1");

        var quote = await shop.Host.AskAsync<OrderReceipt>(new QuoteOrder(id, Shop.Draft()));
        await shop.Host.SettleAsync();

        Assert.Empty(shop.Host.Published.All<OrderPlaced>());
        Assert.Empty(shop.Gateway.Payments);
        Assert.Equal("", quote.Number);
        Assert.Equal((await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Shop.Draft()))).Totals, quote.Totals);
    }

    [Fact]
    public async Task Tax_of_an_order_is_recorded_as_it_was_charged()
    {
        await using var shop = await Shop.OpenAsync();

        var id = await shop.PlaceAsync(Shop.Draft());

        var tax = Assert.Single(shop.Host.Published.All<TaxCalculated>());
        Assert.Equal((id, (await shop.OrderAsync(id)).Totals!.Tax), (tax.OrderId, tax.Tax));
    }

    [Fact]
    public async Task Other_draft_under_the_id_of_an_order_is_refused()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());

        var same = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Shop.Draft()));
        var other = await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Shop.Draft(lamps: 3)));

        Assert.True(same.IsKnown);
        Assert.Equal((RefusalCode.Duplicate, "OrderId"), (Assert.Single(other.Refusals).Code, other.Refusals[0].Field));
        Assert.Equal(2, Assert.Single((await shop.OrderAsync(id)).Lines).Quantity);
    }

    [Fact]
    public async Task Order_that_a_person_holds_is_neither_confirmed_nor_lost()
    {
        await using var shop = await Shop.OpenAsync();
        var id = OrderKeys.From("shop", "basket-1");
        // The payment is tried again a moment later, so that the person is faster.
        shop.Gateway.Faults.Fail("CreatePayment", CommerceErrorKind.Unavailable);
        await shop.Host.SendAsync(new PlaceOrder(id, Shop.Draft()));
        await shop.Host.SettleAsync();
        await shop.Host.SendAsync(new HoldOrder(id, "ask the buyer"));
        await shop.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        var held = await shop.OrderAsync(id);

        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal((OrderStatus.OnHold, 0), (held.Status, held.Timeline.Count(static entry => entry.Status == OrderStatus.Confirmed)));
        Assert.Equal(OrderStatus.Processing, (await shop.OrderAsync(id)).Status);
        Assert.Single(shop.Host.Published.All<OrderConfirmed>());
        Assert.Single(shop.Best.Purchases);
    }

    [Fact]
    public async Task Order_that_no_carrier_took_is_offered_again_when_it_is_released()
    {
        await using var shop = await Shop.OpenAsync();
        var refusal = new Refusal(RefusalCode.ExternalRejected, "This address is not served today.");
        shop.Best.Faults.Refuse("CreateShipment", refusal);
        shop.Next.Faults.Refuse("CreateShipment", refusal);
        var id = await shop.PlaceAsync(Shop.Draft());
        var held = await shop.OrderAsync(id);

        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.OnHold, held.Status);
        var order = await shop.OrderAsync(id);
        Assert.Equal(OrderStatus.Processing, order.Status);
        Assert.NotNull(order.TrackingNumber);
        Assert.Single(shop.Host.Published.All<OrderConfirmed>());
    }
}
