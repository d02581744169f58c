using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Fact]
    public async Task A_payment_is_refunded_in_parts_until_nothing_is_left()
    {
        var paid = await PaidAsync();

        var part = Done(await RefundAsync(paid, 30m));
        var tooMuch = await RefundAsync(paid, 70.01m);
        var rest = Done(await RefundAsync(paid));
        var nothing = await RefundAsync(paid);
        var listed = await AllAsync(Client<IPaymentDirectory>().ListRefunds(paid.Id));

        Assert.Equal((RefundStatus.Succeeded, Usd(30m), Usd(70m)), (part.Status, part.Amount, rest.Amount));
        Assert.Equal([("AmountExceeded", "Amount"), ("AmountExceeded", "Amount")], [Seen(tooMuch), Seen(nothing)]);
        Assert.Equal([rest.Id, part.Id], listed.Select(refund => refund.Id));
        Assert.Equal(Usd(100m), (await SeenAsync(paid)).Refunded);
        Assert.Equal(part.Amount, (await Client<IPaymentGateway>().FindRefundAsync(part.Id))!.Amount);
        Assert.Null(await Client<IPaymentGateway>().FindRefundAsync(new("re_unknown")));
    }

    [Fact]
    public async Task A_refund_that_succeeded_fails_later_and_the_money_comes_back()
    {
        var paid = await PaidAsync(method: "pm_card_refundFail");
        var refund = Done(await RefundAsync(paid));

        Clock.Advance(TimeSpan.FromHours(12));
        var failed = await Client<IPaymentGateway>().FindRefundAsync(refund.Id);
        var movements = await AllAsync(Client<IBalanceReader>().ListMovements(new() { Type = "refund_failure" }));
        var events = await AllAsync(Client<IPaymentEventReader>().ListEvents(new() { Types = ["refund.failed"] }));

        Assert.Equal((RefundStatus.Succeeded, RefundStatus.Failed, "expired_or_canceled_card"), (refund.Status, failed!.Status, failed.FailureReason));
        Assert.Equal((Usd(100m), MovementKind.Refund), (Assert.Single(movements).Amount, movements[0].Kind));
        Assert.Equal((refund.Id, RefundStatus.Failed), (Assert.IsType<RefundChanged>(Assert.Single(events)).Refund.Id, ((RefundChanged)events[0]).Refund.Status));
        Assert.Equal(Usd(0m), (await SeenAsync(paid)).Refunded);
    }

    [Fact]
    public async Task A_pending_refund_arrives_later()
    {
        var refund = Done(await RefundAsync(await PaidAsync(method: "pm_card_pendingRefund")));

        Clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal((RefundStatus.Pending, RefundStatus.Succeeded), (refund.Status, (await Client<IPaymentGateway>().FindRefundAsync(refund.Id))!.Status));
    }

    [Fact]
    public async Task A_refund_that_waits_for_the_buyer_is_called_back_once()
    {
        var refund = Done(await Client<IPaymentGateway>().RefundPaymentAsync(new()
        {
            Key = Key(), PaymentId = (await PaidAsync()).Id, VendorFields = new Dictionary<string, string> { ["instructions_email"] = "buyer@example.com" },
        }));
        var arrived = Done(await RefundAsync(await PaidAsync()));

        var cancelled = Done(await Client<IRefundCancelClient>().CancelRefundAsync(Key(), refund.Id));
        var again = Done(await Client<IRefundCancelClient>().CancelRefundAsync(Key(), refund.Id));
        var tooLate = await Client<IRefundCancelClient>().CancelRefundAsync(Key(), arrived.Id);
        var unknown = await Client<IRefundCancelClient>().CancelRefundAsync(Key(), new("re_unknown"));

        Assert.Equal((RefundStatus.RequiresAction, RefundStatus.Cancelled, RefundStatus.Cancelled), (refund.Status, cancelled.Status, again.Status));
        Assert.Equal(["InvalidTransition", "NotFound"], Codes(Seen(tooLate).Code, Seen(unknown).Code));
    }

    [Fact]
    public async Task What_was_never_captured_what_is_disputed_and_what_is_unknown_is_not_refunded()
    {
        var held = await HeldAsync();
        var disputed = await PaidAsync(method: "pm_card_createDispute");
        Clock.Advance(TimeSpan.FromHours(1));

        var ofHold = await RefundAsync(held);
        var ofDisputed = await RefundAsync(disputed);
        var ofUnknown = await Client<IPaymentGateway>().RefundPaymentAsync(new() { Key = Key(), PaymentId = new("pi_unknown") });

        Assert.Equal(["InvalidTransition", "InvalidTransition", "NotFound"], Codes(Seen(ofHold).Code, Seen(ofDisputed).Code, Seen(ofUnknown).Code));
        Assert.Empty(Stripe.Refunds);
    }

    private Task<Outcome<Refund>> RefundAsync(Payment payment, decimal? amount = null) => Client<IPaymentGateway>().RefundPaymentAsync(new()
    {
        Key = Key(), PaymentId = payment.Id, Amount = amount is { } some ? Usd(some) : null, Seller = payment.Seller,
    });
}
