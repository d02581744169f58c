using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Fact]
    public async Task A_payment_is_made_changed_confirmed_and_found()
    {
        var gateway = Client<IPaymentGateway>();
        var made = Done(await gateway.CreatePaymentAsync(new() { Key = Key(), Amount = Usd(100m), Metadata = new Dictionary<string, string> { ["order"] = "7" } }));

        var changed = Done(await Client<IPaymentUpdateClient>().UpdatePaymentAsync(new()
        {
            Key = Key(), PaymentId = made.Id, Amount = Usd(120m), Method = Card, Description = "Order 7",
        }));
        var paid = Done(await gateway.ConfirmPaymentAsync(new() { Key = Key(), PaymentId = made.Id }));
        var found = await SeenAsync(made);

        Assert.Equal((PaymentStatus.Pending, Usd(120m), "requires_confirmation"), (made.Status, changed.Amount, changed.VendorStatus));
        Assert.Equal((PaymentStatus.Succeeded, Usd(120m), "7"), (paid.Status, paid.Captured, found.Metadata["order"]));
        Assert.Equal((paid.ChargeId, paid.Method, Usd(0m)), (found.ChargeId, found.Method, found.Refunded));
        Assert.Null(await gateway.FindPaymentAsync(new("pi_unknown")));
    }

    [Fact]
    public async Task A_paid_payment_takes_no_new_amount_no_confirmation_and_no_cancellation()
    {
        var paid = await PaidAsync();

        var changed = await Client<IPaymentUpdateClient>().UpdatePaymentAsync(new() { Key = Key(), PaymentId = paid.Id, Amount = Usd(120m) });
        var confirmed = await Client<IPaymentGateway>().ConfirmPaymentAsync(new() { Key = Key(), PaymentId = paid.Id });
        var cancelled = await Client<IPaymentGateway>().CancelPaymentAsync(new() { Key = Key(), PaymentId = paid.Id });
        var unknown = await Client<IPaymentUpdateClient>().UpdatePaymentAsync(new() { Key = Key(), PaymentId = new("pi_unknown"), Description = "none" });

        Assert.Equal(
            ["InvalidTransition", "InvalidTransition", "InvalidTransition", "NotFound"],
            Codes(Seen(changed).Code, Seen(confirmed).Code, Seen(cancelled).Code, Seen(unknown).Code));
    }

    [Theory]
    [InlineData("pm_card_visa_chargeDeclined", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds", DeclineAdvice.TryAnotherMethod)]
    [InlineData("pm_card_chargeDeclinedExpiredCard", "expired_card", DeclineAdvice.CorrectDetails)]
    [InlineData("pm_card_chargeDeclinedIncorrectCvc", "incorrect_details", DeclineAdvice.CorrectDetails)]
    [InlineData("pm_card_visa_chargeDeclinedStolenCard", "suspicious", DeclineAdvice.DoNotRetry)]
    public async Task A_declined_card_says_why_and_the_payment_can_be_tried_again(string method, string reason, DeclineAdvice advice)
    {
        var decline = Assert.IsType<Decline>((await Client<IPaymentGateway>().CreatePaymentAsync(Order(method: method))).Refusal);
        var failed = await Client<IPaymentGateway>().FindPaymentAsync(decline.PaymentId!.Value);
        var paid = Done(await Client<IPaymentGateway>().ConfirmPaymentAsync(new() { Key = Key(), PaymentId = decline.PaymentId.Value, Method = Card }));

        Assert.Equal((reason, advice), (decline.Reason.Value, decline.Advice));
        Assert.Equal((PaymentStatus.Failed, decline.Reason), (failed!.Status, failed.LastDecline!.Reason));
        Assert.Equal((PaymentStatus.Succeeded, null), (paid.Status, paid.LastDecline));
    }

    [Theory]
    [InlineData(true, "succeeded")]
    [InlineData(false, "failed")]
    public async Task A_buyer_who_is_asked_for_more_pays_or_fails(bool succeeds, string status)
    {
        var asked = await PaidAsync(Order(method: "pm_card_threeDSecure2Required") with { ReturnUrl = Back });

        Stripe.CompleteAuthentication(asked.Id.Value, succeeds);
        var seen = await SeenAsync(asked);

        Assert.Equal((PaymentStatus.RequiresAction, "redirect_to_url"), (asked.Status, asked.NextAction!.Type));
        Assert.NotNull(asked.NextAction.RedirectUrl);
        Assert.Equal(new PaymentStatus(status), seen.Status);
        Assert.Null(seen.NextAction);
    }

    [Fact]
    public async Task An_absent_buyer_who_would_have_to_act_is_a_decline()
    {
        var outcome = await Client<IPaymentGateway>().CreatePaymentAsync(Order(method: "pm_card_authenticationRequired") with { IsOffSession = true });

        var decline = Assert.IsType<Decline>(outcome.Refusal);
        Assert.Equal((DeclineReason.AuthenticationRequired, DeclineAdvice.Authenticate), (decline.Reason, decline.Advice));
    }

    [Fact]
    public async Task A_slow_method_is_paid_days_later()
    {
        var slow = await PaidAsync(method: "pm_usBankAccount_success");
        var cancelled = await Client<IPaymentGateway>().CancelPaymentAsync(new() { Key = Key(), PaymentId = slow.Id });

        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal((PaymentStatus.Processing, "InvalidTransition"), (slow.Status, Seen(cancelled).Code));
        Assert.Equal((PaymentStatus.Succeeded, Usd(100m)), ((await SeenAsync(slow)).Status, (await SeenAsync(slow)).Captured));
    }

    [Fact]
    public async Task An_amount_below_the_least_and_one_above_the_most_are_refused()
    {
        var small = await Client<IPaymentGateway>().CreatePaymentAsync(Order(0.49m));
        var large = await Client<IPaymentGateway>().CreatePaymentAsync(Order(1_000_000m));

        Assert.Equal((("Validation", "Amount"), ("Validation", "Amount")), (Seen(small), Seen(large)));
        Assert.Empty(Stripe.Charges);
    }

    [Fact]
    public async Task A_seller_that_does_not_exist_is_refused_wherever_it_is_named()
    {
        var split = new SellerSplit { Seller = new("acct_unknown"), Commission = Usd(12m) };

        var destination = await Client<IPaymentGateway>().CreatePaymentAsync(Order() with { Split = split });
        var direct = await Client<IPaymentGateway>().CreatePaymentAsync(Order() with { Split = split with { IsDirect = true } });
        var refund = await Client<IPaymentGateway>().RefundPaymentAsync(new() { Key = Key(), PaymentId = new("pi_1"), Seller = new("acct_unknown") });
        var payout = await Client<IPayoutGateway>().CreatePayoutAsync(new() { Key = Key(), Amount = Usd(1m), Seller = new("acct_unknown") });

        Assert.All([Seen(destination), Seen(direct), Seen(refund), Seen(payout)], seen => Assert.Equal(("NotFound", "Seller"), seen));
    }

    [Fact]
    public async Task A_page_of_Stripe_is_made_paid_looked_at_and_closed()
    {
        var gateway = Client<IStripePaymentGateway>();
        var open = Done(await gateway.CreateCheckoutAsync(Page(Key())));
        var other = Done(await gateway.CreateCheckoutAsync(Page(Key())));

        Stripe.CompleteCheckout(open.Id.Value);
        var paid = await gateway.FindCheckoutAsync(open.Id);
        var tooLate = await gateway.ExpireCheckoutAsync(Key(), open.Id);
        var closed = Done(await gateway.ExpireCheckoutAsync(Key(), other.Id));
        var again = Done(await gateway.ExpireCheckoutAsync(Key(), other.Id));
        var empty = await gateway.CreateCheckoutAsync(Page(Key()) with { Items = [] });

        Assert.Equal((StripeCheckoutStatus.Open, false, Usd(50m)), (open.Status, open.IsPaid, open.Total));
        Assert.Equal((StripeCheckoutStatus.Complete, true), (paid!.Status, paid.IsPaid));
        Assert.Equal(Usd(50m), (await Client<IPaymentGateway>().FindPaymentAsync(paid.PaymentId!.Value))!.Captured);
        Assert.Equal("InvalidTransition", Seen(tooLate).Code);
        Assert.Equal((StripeCheckoutStatus.Expired, StripeCheckoutStatus.Expired), (closed.Status, again.Status));
        Assert.Equal(("Validation", "Items"), Seen(empty));
        Assert.Null(await gateway.FindCheckoutAsync(new("cs_unknown")));
    }

    [Fact]
    public async Task A_charge_tells_its_fee_its_commission_and_how_it_went()
    {
        var seller = Seller();
        var paid = await PaidAsync(Order() with { Split = new() { Seller = seller, Commission = Usd(12m) } });

        var charge = await Client<IStripePaymentGateway>().FindChargeAsync(paid.ChargeId!);

        Assert.Equal((Usd(100m), Usd(3.20m), Usd(96.80m), Usd(12m)), (charge!.Amount, charge.Fee, charge.Net, charge.Commission));
        Assert.Equal((paid.Id, "authorized", "approved_by_network"), (charge.PaymentId, charge.OutcomeType, charge.NetworkStatus));
        Assert.NotNull(charge.TransferId);
        Assert.NotNull(charge.CommissionId);
        Assert.Null(await Client<IStripePaymentGateway>().FindChargeAsync("ch_unknown"));
    }

    [Fact]
    public async Task Warnings_of_fraud_and_reviews_are_listed_found_and_approved()
    {
        var gateway = Client<IStripePaymentGateway>();
        var reported = await PaidAsync(method: "pm_card_createIssuerFraudRecord");
        var reviewed = await PaidAsync(method: "pm_card_riskLevelElevated");
        Stripe.FinishEverything();

        var warning = Assert.Single(await AllAsync(gateway.ListFraudWarnings(new() { PaymentId = reported.Id })));
        var review = Assert.Single(await AllAsync(gateway.ListReviews()));
        var approved = Done(await gateway.ApproveReviewAsync(Key(), review.Id));
        var unknown = await gateway.ApproveReviewAsync(Key(), new("prv_unknown"));
        var again = await gateway.ApproveReviewAsync(Key(), review.Id);

        Assert.Equal(warning, await gateway.FindFraudWarningAsync(warning.Id) is { } found ? found with { RequestId = warning.RequestId } : null);
        Assert.Equal((reported.ChargeId, true), (warning.ChargeId, warning.IsActionable));
        Assert.Equal((reviewed.Id, true, false, "approved"), (review.PaymentId, review.IsOpen, approved.IsOpen, approved.ClosedReason));
        Assert.Equal(["NotFound", "InvalidTransition"], Codes(Seen(unknown).Code, Seen(again).Code));
        Assert.Null(await gateway.FindFraudWarningAsync(new("issfr_unknown")));
    }

    [Fact]
    public async Task Endpoints_of_webhooks_are_made_listed_changed_and_deleted()
    {
        var gateway = Client<IStripePaymentGateway>();
        var made = Done(await gateway.CreateWebhookEndpointAsync(new() { Key = Key(), Url = new("http://127.0.0.1:1/hooks"), Events = ["payout.paid"], IsForSellers = true }));

        var changed = Done(await gateway.UpdateWebhookEndpointAsync(new() { Key = Key(), Id = made.Id, Events = ["*"], IsEnabled = false }));
        var listed = Assert.Single(await AllAsync(gateway.ListWebhookEndpoints()));
        await gateway.DeleteWebhookEndpointAsync(made.Id);
        await gateway.DeleteWebhookEndpointAsync(made.Id);
        var unknown = await gateway.UpdateWebhookEndpointAsync(new() { Key = Key(), Id = made.Id, IsEnabled = true });
        var none = await gateway.CreateWebhookEndpointAsync(new() { Key = Key(), Url = new("http://127.0.0.1:1/hooks"), Events = [] });

        Assert.StartsWith("whsec_", made.Secret!.Reveal(), StringComparison.Ordinal);
        Assert.Equal((true, false, false), (made.IsEnabled, changed.IsEnabled, listed.IsEnabled));
        Assert.Equal("*", Assert.Single(listed.Events));
        Assert.Null(listed.Secret);
        Assert.Empty(await AllAsync(gateway.ListWebhookEndpoints()));
        Assert.Equal(("NotFound", ("Validation", "Events")), (Seen(unknown).Code, Seen(none)));
    }

    private static StripeCheckoutRequest Page(OperationKey key) => new()
    {
        Key = key, Items = [new() { Name = "Lamp", UnitPrice = Usd(25m), Quantity = 2 }], SuccessUrl = "https://shop.example.com/thanks", CancelUrl = Back,
    };
}
