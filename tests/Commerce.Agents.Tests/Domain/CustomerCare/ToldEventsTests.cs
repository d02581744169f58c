using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.CustomerCare;

/// <summary>Which events are told to whom (CUS-5, rule 5, and the consumers of the event catalogue).</summary>
public sealed class ToldEventsTests
{
    private static readonly OrderId Order = OrderKeys.From("shop", "1");
    private static readonly Guid Some = new(7, 0, 0, new byte[8]);
    private static readonly DateOnly Day = new(2026, 3, 5);
    private static readonly OrderTotals Totals = new(Money.Eur(50), Money.Eur(0), Money.Eur(5), Money.Eur(11), Money.Eur(66));

    private static readonly OrderLine Lamp = new()
    {
        Sku = Shop.Lamp, Title = "Lamp", Quantity = 3, UnitPrice = Money.Eur(16.66m), Net = Money.Eur(50), Tax = Money.Eur(10), UnitWeight = Weight.FromKilograms(1),
    };

    public static TheoryData<IMessage, string, string, string> Buyers => new()
    {
        { new OrderPaymentFailed(Order, "ORD-1", "expired", "Use another card."), NotificationTemplates.PaymentFailed, "email", "Use another card." },
        { new OrderModified(Order, "ORD-1", "items", [], Totals, Money.Eur(6)), NotificationTemplates.OrderModified, "email", "66.00 EUR" },
        { new OrderCancelled(Order, "ORD-1", "x"), NotificationTemplates.OrderCancelled, "email", "ORD-1" },
        { new OrderCancellationReviewed(Some, Order, false, "shipped"), NotificationTemplates.CancellationRefused, "email", "ORD-1" },
        { new OrderPartiallyShipped(Order, "ORD-1", 1, 3), NotificationTemplates.OrderPartiallyShipped, "email", "1 of 3" },
        { new OrderShipped(Order, "ORD-1", "shop", "", CarrierCode.Ups, new TrackingNumber("1Z"), Day), NotificationTemplates.OrderShipped, "email", "2026-03-05" },
        { new OrderDelivered(Order, "ORD-1", new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero)), NotificationTemplates.OrderDelivered, "push", "2026-03-05" },
        { new ShipmentDelayed(Order, Day, 12, Day.AddDays(2)), NotificationTemplates.ShipmentDelayed, "email", "2026-03-07" },
        { new PaymentCaptured(Order, Money.Eur(66)), NotificationTemplates.PaymentReceived, "in_app", "66.00 EUR" },
        { new PaymentExpired(Order, new GatewayPaymentId("pay_1"), Money.Eur(66)), NotificationTemplates.PaymentExpired, "email", "66.00 EUR" },
        { new BackorderCreated(Some, Order, Shop.Lamp, 3, Day), NotificationTemplates.BackorderCreated, "email", "3 × Lamp" },
        { new BackorderCreated(Some, Order, Shop.Lamp, 3, null), NotificationTemplates.BackorderCreated, "email", "Expected: -" },
        { new BackorderReady(Order, [Shop.Lamp]), NotificationTemplates.BackorderReady, "email", "ORD-1" },
        { new OrderOnHold(Order, "ORD-1", OrderAgent.FraudHold), NotificationTemplates.OrderOnHold, "email", "ORD-1" },
        { Waiting(CancellationReasons.CustomerRequest), NotificationTemplates.CancellationRequested, "email", "ORD-1" },
        { Moved(TrackingStatus.AvailableForPickup), NotificationTemplates.ParcelAvailable, "email", "ORD-1" },
        { Moved(TrackingStatus.FailedAttempt), NotificationTemplates.DeliveryFailed, "email", "ORD-1" },
        { Moved(TrackingStatus.Returned), NotificationTemplates.ParcelReturned, "email", "ORD-1" },
        { new RefundCompleted(Order, Some, Money.Eur(12), false), NotificationTemplates.RefundCompleted, "email", "12.00 EUR" },
        { new ReturnLabelCreated(Some, Order, CarrierCode.Ups, new TrackingNumber("1Z9"), Money.Eur(4), [], Day), NotificationTemplates.ReturnLabel, "email", "1Z9" },
    };

    public static TheoryData<IMessage, string, string> StaffEvents => new()
    {
        { new LowStockDetected(Shop.Lamp, "main", 3, 5, StockAlertSeverity.Warning, 20), NotificationTemplates.LowStock, "Suggested order: 20" },
        { new StockOutDetected(Shop.Lamp, "main", 0, 5, StockAlertSeverity.Critical, 20), NotificationTemplates.StockOut, "LAMP-1" },
        { new OverstockDetected(Shop.Lamp, "main", 900, 5, StockAlertSeverity.Warning, 0), NotificationTemplates.Overstock, "900" },
        { new ExpiringSoonDetected(Shop.Lamp, "main", 4, Day, [], StockAlertSeverity.Warning), NotificationTemplates.ExpiringSoon, "2026-03-05" },
        { new AlertRaised(Some, AlertRules.NoCarrier, AlertSeverity.High, "x/1"), NotificationTemplates.AlertRaised, "no-carrier" },
        { new PayoutPaid(new TenantId(Some), Money.Eur(90), Day, 3), NotificationTemplates.PayoutPaid, "90.00 EUR" },
        { new PayoutFailed(new TenantId(Some), Money.Eur(90), Day, "closed"), NotificationTemplates.PayoutFailed, "closed" },
        { new RefundFailed(Order, Some, Money.Eur(9), "card is gone"), NotificationTemplates.RefundFailed, "card is gone" },
        { new OrderOnHold(Order, "ORD-1", OrderAgent.FraudHold), NotificationTemplates.OrderWaits, OrderAgent.FraudHold },
        { new OrderOnHold(Order, "ORD-1", OrderAgent.DuplicateHold), NotificationTemplates.OrderWaits, "ORD-1" },
        { new OrderOnHold(Order, "ORD-1", PaymentAgent.ExpiredHold), NotificationTemplates.OrderWaits, PaymentAgent.ExpiredHold },
        { Waiting(CancellationReasons.PricingError), NotificationTemplates.CancellationWaits, "2026-03-05 13:00" },
        { new CancellationOverdue(Order, Some), NotificationTemplates.CancellationOverdue, Order.ToString() },
        { new RefundApprovalNeeded(Order, Some, Money.Eur(9), "it is old"), NotificationTemplates.RefundWaits, "it is old" },
        { new TariffImported(Some, "ups", CarrierCode.Ups, 120, [], null), NotificationTemplates.TariffImported, "120" },
        { new TariffRejected(Some, "ups", CarrierCode.Ups, ["line 3"]), NotificationTemplates.TariffRejected, "line 3" },
        { new ProductApprovalRequested(Some, Shop.Lamp, Some, ProductApprovalKind.PriceChange), NotificationTemplates.ProductApproval, "PriceChange" },
    };

    public static TheoryData<IMessage> BuyerEvents => [.. Buyers.Select(static row => (IMessage)row[0])];

    public static TheoryData<IMessage> StaffMessages => [.. StaffEvents.Select(static row => (IMessage)row[0])];

    [Theory]
    [MemberData(nameof(Buyers))]
    public async Task Buyer_is_told_once_by_the_best_channel_what_happens_to_the_order(IMessage message, string template, string channel, string text)
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(message);
        await desk.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        var sent = Assert.Single(desk.Channels.Values.SelectMany(static channel => channel.Sent));
        Assert.Equal((template, NotificationDesk.Customer), (sent.Template, sent.Recipient));
        Assert.Contains(text, sent.Text, StringComparison.Ordinal);
        Assert.Contains("ORD-1", sent.Subject, StringComparison.Ordinal);
        Assert.Equal(("buyer@example.com", Order), (sent.To?.Value, desk.Host.Published.Only<NotificationSent>().OrderId));
        Assert.Same(sent, desk.Channels[channel].Sent.Single());
    }

    [Theory]
    [MemberData(nameof(BuyerEvents))]
    public async Task Buyer_of_a_marketplace_hears_nothing_from_us(IMessage message)
    {
        await using var desk = await NotificationDesk.OpenAsync();

        await desk.TellAsync(message);

        Assert.Empty(desk.Host.Published.All<SendNotification>());
    }

    [Theory]
    [MemberData(nameof(StaffEvents))]
    public async Task Staff_is_told_at_its_address(IMessage message, string template, string text)
    {
        await using var desk = await NotificationDesk.OpenAsync(static options => options.StaffEmail = NotificationDesk.Staff);
        await desk.TellAsync(message);
        await desk.TellAsync(message);

        var mail = desk.Mails.First();
        Assert.Equal((template, "staff@example.com"), (mail.Template, mail.To?.Value));
        Assert.Contains(text, mail.Subject + mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StaffMessages))]
    public async Task Without_an_address_of_the_staff_nothing_is_sent(IMessage message)
    {
        await using var desk = await NotificationDesk.OpenAsync();

        await desk.TellAsync(message);

        Assert.Empty(desk.Host.Published.All<SendNotification>());
    }

    [Fact]
    public async Task Staff_that_has_turned_a_category_off_is_not_told_of_it()
    {
        await using var desk = await NotificationDesk.OpenAsync(static options => options.StaffEmail = NotificationDesk.Staff);
        await desk.DoneAsync(new SetPreferences(NotificationsOptions.StaffRecipient, new NotificationPreferences { CategoriesOff = ["stock"], Language = "fr" }));

        await desk.TellAsync(new LowStockDetected(Shop.Lamp, "main", 3, 5, StockAlertSeverity.Warning, 20));
        await desk.TellAsync(new RefundFailed(Order, Some, Money.Eur(9), "card is gone"));

        Assert.Equal("Un remboursement demande votre aide", desk.Mails.Single().Subject);
    }

    [Fact]
    public async Task An_approved_cancellation_is_told_by_the_cancellation_alone()
    {
        await using var desk = await PlacedAsync();

        await desk.TellAsync(new OrderCancellationReviewed(Some, Order, true, "not packed"));

        Assert.Empty(desk.Host.Published.All<SendNotification>());
    }

    /// <summary>Events that are told by another one, or that are no concern of the buyer.</summary>
    public static TheoryData<IMessage> Silent =>
    [
        new OrderOnHold(Order, "ORD-1", OrderAgent.BackorderHold), new OrderOnHold(Order, "ORD-1", PaymentAgent.ExpiredHold),
        new OrderHoldReleased(Order, OrderAgent.FraudHold), new PaymentAuthorized(Order, Money.Eur(66)), Waiting(CancellationReasons.PricingError),
        Moved(TrackingStatus.InTransit), Moved(TrackingStatus.OutForDelivery), Moved(TrackingStatus.Delivered), Moved(TrackingStatus.Exception),
    ];

    /// <summary>Holds that need nobody of the staff, or of which it knows: its own, and those that an alert tells.</summary>
    public static TheoryData<string> HoldsOfNoInterest => [OrderAgent.BackorderHold, "ask the buyer", "too heavy"];

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Buyer_is_told_nothing_twice_and_nothing_that_is_no_concern_of_theirs(IMessage message)
    {
        await using var desk = await PlacedAsync();

        await desk.TellAsync(message);

        Assert.Empty(desk.Host.Published.All<SendNotification>());
    }

    [Theory]
    [MemberData(nameof(HoldsOfNoInterest))]
    public async Task Staff_is_not_told_of_a_hold_that_it_need_not_decide(string reason)
    {
        await using var desk = await NotificationDesk.OpenAsync(static options => options.StaffEmail = NotificationDesk.Staff);

        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", reason));

        Assert.Empty(desk.Mails);
    }

    [Fact]
    public async Task A_hold_for_several_reasons_is_told_once_and_its_end_when_the_last_one_is_gone()
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", OrderAgent.FraudHold));
        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", OrderAgent.DuplicateHold));
        await desk.TellAsync(new OrderHoldReleased(Order, OrderAgent.FraudHold));
        Assert.Equal([NotificationTemplates.OrderOnHold], desk.Mails.Select(static mail => mail.Template));

        await desk.TellAsync(new OrderHoldReleased(Order, OrderAgent.DuplicateHold));

        Assert.Equal([NotificationTemplates.OrderOnHold, NotificationTemplates.OrderHoldReleased], desk.Mails.Select(static mail => mail.Template));
    }

    [Fact]
    public async Task An_order_that_still_waits_for_units_does_not_go_on_when_its_review_is_over()
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", OrderAgent.BackorderHold));
        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", OrderAgent.FraudHold));

        await desk.TellAsync(new OrderHoldReleased(Order, OrderAgent.FraudHold));

        Assert.Equal([NotificationTemplates.OrderOnHold], desk.Mails.Select(static mail => mail.Template));
    }

    [Fact]
    public async Task An_order_whose_payment_has_expired_goes_on_only_when_the_money_is_held_again()
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(new PaymentExpired(Order, new GatewayPaymentId("pay_1"), Money.Eur(66)));
        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", PaymentAgent.ExpiredHold));
        await desk.TellAsync(new OrderHoldReleased(Order, PaymentAgent.ExpiredHold));
        await desk.TellAsync(new OrderOnHold(Order, "ORD-1", PaymentAgent.ExpiredHold));
        await desk.TellAsync(new OrderHoldReleased(Order, PaymentAgent.ExpiredHold));
        Assert.Equal([NotificationTemplates.PaymentExpired], desk.Mails.Select(static mail => mail.Template));

        await desk.TellAsync(new PaymentAuthorized(Order, Money.Eur(66)));
        await desk.TellAsync(new PaymentAuthorized(Order, Money.Eur(66)));

        Assert.Equal([NotificationTemplates.PaymentExpired, NotificationTemplates.OrderHoldReleased], desk.Mails.Select(static mail => mail.Template));
    }

    [Fact]
    public async Task Every_missing_product_and_every_parcel_is_told_by_itself()
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(new BackorderCreated(Some, Order, Shop.Lamp, 3, Day));
        await desk.TellAsync(new BackorderCreated(Some, Order, Shop.Vase, 1, Day));
        await desk.TellAsync(Moved(TrackingStatus.AvailableForPickup));
        await desk.TellAsync(Moved(TrackingStatus.AvailableForPickup) with { Part = 2 });
        await desk.TellAsync(Moved(TrackingStatus.AvailableForPickup) with { Part = 2 });

        Assert.Equal(4, desk.Mails.Count());
        Assert.Contains("1 × VASE-1", desk.Mails.ElementAt(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delay_is_told_once_for_each_part_however_many_days_it_lasts()
    {
        await using var desk = await PlacedAsync();
        for (var day = 0; day < 3; day++)
        {
            await desk.TellAsync(new ShipmentDelayed(Order, Day, 24 * day, Day.AddDays(day)));
            await desk.TellAsync(new ShipmentDelayed(Order, Day, 24 * day, Day.AddDays(day), 2));
            await desk.Host.AdvanceAsync(TimeSpan.FromHours(25));
        }

        Assert.Equal(2, desk.Mails.Count());
    }

    [Fact]
    public async Task The_arrival_of_a_part_is_told_by_push_unless_it_is_the_last_one()
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(new OrderPartiallyShipped(Order, "ORD-1", 1, 2));
        await desk.TellAsync(new ShipmentDelivered(Order, desk.Host.Clock.GetUtcNow(), true, 2));
        await desk.TellAsync(new ShipmentDelivered(Order, desk.Host.Clock.GetUtcNow(), true, 2));
        await desk.TellAsync(new ShipmentDelivered(Order, desk.Host.Clock.GetUtcNow(), true, 2, 2));

        Assert.Equal("Part 1 of 2 of your order ORD-1 was delivered.", Assert.Single(desk.Channels[NotificationChannels.Push].Sent).Text);
    }

    [Fact]
    public async Task An_order_of_one_part_has_arrived_only_once()
    {
        await using var desk = await PlacedAsync();

        await desk.TellAsync(new ShipmentDelivered(Order, desk.Host.Clock.GetUtcNow(), true, 2));

        Assert.Empty(desk.Host.Published.All<SendNotification>());
    }

    [Fact]
    public async Task Two_changes_and_two_refunds_of_one_day_are_both_told()
    {
        await using var desk = await PlacedAsync();
        await desk.TellAsync(new OrderModified(Order, "ORD-1", "items", [], Totals, Money.Eur(6)));
        await desk.TellAsync(new OrderModified(Order, "ORD-1", "items", [], Totals, Money.Eur(7)));
        await desk.TellAsync(new RefundCompleted(Order, Some, Money.Eur(1), false));
        await desk.TellAsync(new RefundCompleted(Order, new Guid(8, 0, 0, new byte[8]), Money.Eur(2), false));

        Assert.Equal(4, desk.Mails.Count());
    }

    [Fact]
    public async Task Mail_about_an_order_goes_to_no_other_recipient_than_its_buyer()
    {
        await using var desk = await PlacedAsync();

        await desk.DoneAsync(NotificationDesk.Send(channel: NotificationChannels.Email) with { Recipient = "mallory", OrderId = Order });

        Assert.Empty(desk.Mails);
    }

    private static async Task<NotificationDesk> PlacedAsync()
    {
        var desk = await NotificationDesk.OpenAsync();
        await desk.TellAsync(new OrderPlaced(Order, "ORD-1", Shop.Draft() with { ShipTo = Shop.Party("Zoé Martin", "69002", "Lyon", "buyer@example.com") }, [Lamp], Totals));
        return desk;
    }

    private static CancellationReviewNeeded Waiting(string reason) => new(Some, Order, reason, new DateTimeOffset(2026, 3, 5, 13, 0, 0, TimeSpan.Zero));

    private static ShipmentStatusChanged Moved(TrackingStatus status) => new(Order, status, new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
}
