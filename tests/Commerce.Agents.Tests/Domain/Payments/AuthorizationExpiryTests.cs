using Commerce.Agents.Domain;
using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>PAY-1: money that is held is renewed a day before its hold ends, or the order waits; it is never held twice.</summary>
public sealed class AuthorizationExpiryTests
{
    private static readonly OrderId Order = new(Guid.Parse("018f0000-0000-7000-8000-00000000000a"));
    private static readonly PaymentMethodToken Card = new("pm_card_visa");
    private static readonly Refusal Declined = new(RefusalCode.PaymentDeclined, "The card is closed.");

    [Fact]
    public async Task A_hold_is_renewed_at_day_six_and_the_old_one_let_go()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);

        await host.AdvanceAsync(TimeSpan.FromDays(6) - TimeSpan.FromSeconds(1));
        var before = gateway.Inner.Payments.Count;
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var payment = await PaymentAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(6));

        Assert.Equal(1, before);
        Assert.Equal((PaymentState.Authorized, "pay_000002"), (payment.State, payment.GatewayId!.Value.Value));
        Assert.Equal(host.Clock.GetUtcNow() + TimeSpan.FromDays(1), payment.ExpiresAt);
        Assert.Equal(["cancelled", "cancelled", "authorized"], gateway.Inner.Payments.Select(held => held.Status.Value));
        Assert.Equal([false, true, true], gateway.Requests.Select(request => request.IsOffSession));
        Assert.Empty(host.Published.All<PaymentExpired>());
        Assert.Single(host.Published.All<PaymentAuthorized>());
    }

    [Fact]
    public async Task The_gateways_own_time_comes_first()
    {
        var gateway = new HoldingGateway { Lifetime = TimeSpan.FromDays(3) };
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);

        await host.AdvanceAsync(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        var before = gateway.Inner.Payments.Count;
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((1, 2), (before, gateway.Inner.Payments.Count));
    }

    [Fact]
    public async Task A_hold_of_an_hour_is_renewed_half_way_and_not_for_ever_at_once()
    {
        var gateway = new HoldingGateway { Lifetime = TimeSpan.FromHours(1) };
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);

        await host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(5, gateway.Inner.Payments.Count);
        Assert.Single(gateway.Inner.Payments, held => held.Status == PaymentStatus.Authorized);
    }

    [Fact]
    public async Task A_hold_that_cannot_be_renewed_stays_until_its_end_and_then_the_payment_has_expired()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);
        gateway.Inner.Faults.Refuse("CreatePayment", Declined);

        await host.AdvanceAsync(TimeSpan.FromDays(6));
        var late = await PaymentAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        var over = await PaymentAsync(host);

        Assert.Equal((PaymentState.Authorized, PaymentState.Expired), (late.State, over.State));
        Assert.Equal(host.Clock.GetUtcNow(), over.ExpiredAt);
        Assert.Equal(new PaymentExpired(Order, new GatewayPaymentId("pay_000001"), Money.Eur(71.76m)), host.Published.Only<PaymentExpired>());
        Assert.DoesNotContain(gateway.Inner.Payments, held => held.Status == PaymentStatus.Authorized);
        Assert.True(PaymentTransitions.Allows(late.State, over.State));
    }

    [Fact]
    public async Task A_hold_that_the_gateway_has_made_longer_does_not_expire()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);
        gateway.Inner.Faults.Refuse("CreatePayment", Declined);
        await host.AdvanceAsync(TimeSpan.FromDays(6));
        gateway.Lifetime = TimeSpan.FromDays(9);

        await host.AdvanceAsync(TimeSpan.FromDays(2));
        var longer = await PaymentAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(PaymentState.Authorized, longer.State);
        Assert.Equal(PaymentState.Expired, (await PaymentAsync(host)).State);
    }

    [Fact]
    public async Task An_order_waits_when_the_gateway_cannot_tell_whether_its_money_is_held()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);
        gateway.Inner.Faults.Refuse("CreatePayment", Declined);
        gateway.Inner.Faults.Fail("FindPayment", CommerceErrorKind.Unavailable, times: 2);

        await host.AdvanceAsync(TimeSpan.FromDays(7));
        var (held, open) = (host.Published.All<HoldOrder>().Count, (await PaymentAsync(host)).State);
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal((1, PaymentState.Authorized), (held, open));
        Assert.Equal(PaymentState.Expired, (await PaymentAsync(host)).State);
        Assert.Single(host.Published.All<PaymentExpired>());
        Assert.All(host.Published.All<HoldOrder>(), hold => Assert.Equal(PaymentAgent.ExpiredHold, hold.Reason));
    }

    [Fact]
    public async Task A_renewal_that_the_buyer_would_have_to_confirm_is_given_up()
    {
        var gateway = new HoldingGateway { AsksBuyer = true };
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);

        await host.AdvanceAsync(TimeSpan.FromDays(6));

        Assert.Equal(["authorized", "cancelled"], gateway.Inner.Payments.Select(held => held.Status.Value));
        Assert.Equal("pay_000001", (await PaymentAsync(host)).GatewayId!.Value.Value);
    }

    [Fact]
    public async Task Money_that_was_taken_or_let_go_is_not_held_again()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);
        var other = new OrderId(Guid.Parse("018f0000-0000-7000-8000-00000000000b"));
        await host.SendAsync(new AuthorizePayment(other, Money.Eur(10m), Card));
        await host.SettleAsync();
        await host.SendAsync(Shipped());
        await host.SendAsync(new ReversePayment(other, other.Value, PaymentRefundReason.OrderCancelled, "ann"));

        await host.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.Equal(["succeeded", "cancelled"], gateway.Inner.Payments.Select(held => held.Status.Value));
        Assert.Empty(host.Published.All<PaymentExpired>());
        Assert.Equal(PaymentState.Succeeded, (await PaymentAsync(host)).State);
    }

    [Theory]
    [MemberData(nameof(AgentCrashContract.CallingPoints), MemberType = typeof(AgentCrashContract))]
    public async Task Money_is_not_held_twice_when_the_process_dies_while_it_renews(CrashPoint point)
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);

        host.CrashNextAt(point);
        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.RestartAfterCrashAsync();
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["cancelled", "authorized"], gateway.Inner.Payments.Select(held => held.Status.Value));
        Assert.Equal("pay_000002", (await PaymentAsync(host)).GatewayId!.Value.Value);
    }

    [Fact]
    public async Task A_renewal_whose_answer_was_lost_holds_the_money_once()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);
        gateway.Inner.Faults.LoseAnswer("CreatePayment");

        await host.AdvanceAsync(TimeSpan.FromDays(6) + TimeSpan.FromMinutes(1));

        Assert.Equal(["cancelled", "authorized"], gateway.Inner.Payments.Select(held => held.Status.Value));
    }

    [Fact]
    public async Task An_order_whose_payment_has_expired_waits_and_goes_on_when_it_can_be_paid_again()
    {
        await using var shop = await StuckShopAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        shop.Gateway.Faults.Refuse("CreatePayment", Declined, times: 2);

        await shop.Host.AdvanceAsync(TimeSpan.FromDays(7));
        var waiting = await shop.OrderAsync(id);
        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();
        var declined = await shop.OrderAsync(id);
        await shop.Host.AskAsync<Answer>(new ReleaseHold(id, "ann"));
        await shop.Host.SettleAsync();

        Assert.Equal(OrderStatus.OnHold, waiting.Status);
        Assert.Contains(PaymentAgent.ExpiredHold, waiting.Holds);
        Assert.Contains(PaymentAgent.ExpiredHold, declined.Holds);
        Assert.Equal((PaymentState.Expired, null), (waiting.PaymentStatus, waiting.Authorized));
        var paid = await shop.OrderAsync(id);
        Assert.Equal((PaymentState.Authorized, paid.Totals!.Total), (paid.PaymentStatus, paid.Authorized));
        Assert.Equal(2, shop.Host.Published.All<PaymentAuthorized>().Count);
        Assert.Single(shop.Gateway.Payments, held => held.Status == PaymentStatus.Authorized);
        Assert.Single(shop.Notifications, static told => told.Template == NotificationTemplates.PaymentExpired);
    }

    [Fact]
    public async Task A_label_without_money_stops_the_order_again()
    {
        var gateway = new HoldingGateway();
        await using var host = await OpenAsync(gateway);
        await AuthorizeAsync(host);
        gateway.Inner.Faults.Refuse("CreatePayment", Declined);
        await host.AdvanceAsync(TimeSpan.FromDays(7));
        var held = host.Published.All<HoldOrder>().Count;

        await host.SendAsync(Shipped());
        await host.SettleAsync();

        Assert.Equal((1, 2), (held, host.Published.All<HoldOrder>().Count));
        Assert.Empty(host.Published.All<PaymentCaptured>());
    }

    [Theory]
    [InlineData("pending", null, null, PaymentState.Pending)]
    [InlineData("requires_action", null, null, PaymentState.Pending)]
    [InlineData("processing", null, null, PaymentState.Processing)]
    [InlineData("failed", null, null, PaymentState.Failed)]
    [InlineData("authorized", null, null, PaymentState.Authorized)]
    [InlineData("cancelled", null, null, PaymentState.Cancelled)]
    [InlineData("succeeded", 10, null, PaymentState.Succeeded)]
    [InlineData("succeeded", 10, 4, PaymentState.PartiallyRefunded)]
    [InlineData("succeeded", 10, 10, PaymentState.Refunded)]
    public void A_payment_says_where_it_is_in_the_words_of_the_books(string status, int? captured, int? back, PaymentState expected)
    {
        var payment = new OrderPayment
        {
            Status = new PaymentStatus(status),
            Captured = captured is { } taken ? Money.Eur(taken) : null,
            Refunds = back is { } amount
                ? [new OrderRefund { Id = Order.Value, Amount = Money.Eur(amount), Reason = PaymentRefundReason.ProductDefect, RequestedBy = "ann", Status = RefundState.Completed }]
                : [],
        };

        Assert.Equal(expected, payment.State);
    }

    private static Task<AgentTestHost> OpenAsync(HoldingGateway gateway) => AgentTestHost.StartAsync(
        agents => agents.AddPayments(options => options.Fraud.BlockingKey = new Secret(RiskDesk.Key)),
        services => services.AddKeyedSingleton<IPaymentGateway>("stripe", gateway),
        gateway.Clock);

    private static async Task AuthorizeAsync(AgentTestHost host)
    {
        await host.SendAsync(new AuthorizePayment(Order, Money.Eur(71.76m), Card));
        await host.SettleAsync();
    }

    private static ShipmentCreated Shipped() => new(Order, CarrierCode.Ups, new TrackingNumber("1Z999AA10123456784"), Money.Eur(5m), "the only one");

    private static Task<OrderPayment> PaymentAsync(AgentTestHost host) => host.StateAsync<OrderPayment>(PaymentsAgentsBuilderExtensions.PaymentAgentName, Order.ToString());

    /// <summary>A shop whose orders are paid and find no carrier.</summary>
    private static async Task<Shop> StuckShopAsync()
    {
        var shop = await Shop.OpenAsync();
        var refusal = new Refusal(RefusalCode.NotSupported, "The lane is closed.");
        shop.Best.Faults.Refuse("CreateShipment", refusal, times: 100);
        shop.Next.Faults.Refuse("CreateShipment", refusal, times: 100);
        return shop;
    }
}
