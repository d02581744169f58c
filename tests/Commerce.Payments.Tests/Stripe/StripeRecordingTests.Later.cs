using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>What happens to a payment after it was created: confirmed, captured, cancelled, looked at.</summary>
public sealed partial class StripeRecordingTests
{
    [Fact]
    public async Task Confirming_with_another_method_pays()
    {
        var payment = (await Client().ConfirmPaymentAsync(new ConfirmPaymentRequest
        {
            Key = new("confirm-succeeded"), PaymentId = new("pi_waiting01"), Method = new("pm_lamp01"), ReturnUrl = new("https://shop.example.com/back"),
        })).Value;

        Assert.Equal((PaymentStatus.Succeeded, Money.Eur(62.15m)), (payment.Status, payment.Captured));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Confirming_a_slow_method_leaves_the_payment_processing()
    {
        var payment = (await Client(connectedAccount: "acct_1Lamps").ConfirmPaymentAsync(new ConfirmPaymentRequest
        {
            Key = new("confirm-processing"), PaymentId = new("pi_waiting01"),
        })).Value;

        Assert.Equal((PaymentStatus.Processing, (Money?)null), (payment.Status, payment.Refunded));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Confirming_may_be_declined_without_telling_the_buyer_why()
    {
        var outcome = await Client().ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = new("confirm-declined"), PaymentId = new("pi_waiting01") });

        var decline = Assert.IsType<Decline>(outcome.Refusal);
        Assert.Equal((DeclineReason.Suspicious, "lost_card", "pi_waiting01"), (decline.Reason, decline.VendorCode, decline.PaymentId?.Value));
        Assert.DoesNotContain("lost", decline.BuyerMessage, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Confirming_a_paid_payment_is_refused()
    {
        var outcome = await Client().ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = new("confirm-wrong-state"), PaymentId = new("pi_waiting01") });

        Assert.Equal((RefusalCode.InvalidTransition, "payment_intent_unexpected_state"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
    }

    [Fact]
    public async Task Capturing_takes_the_whole_hold()
    {
        var payment = (await Client().CapturePaymentAsync(new CapturePaymentRequest { Key = new("capture-whole"), PaymentId = Held })).Value;

        Assert.Equal((PaymentStatus.Succeeded, Money.Eur(62.15m), Money.Eur(0)), (payment.Status, payment.Captured, payment.Capturable));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Capturing_a_part_with_a_smaller_commission_lets_the_rest_go()
    {
        var payment = (await Client().CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new("capture-part"), PaymentId = Held, Amount = Money.Eur(50m), Commission = Money.Eur(6m),
        })).Value;

        Assert.Equal((Money.Eur(62.15m), Money.Eur(50m), Money.Eur(0)), (payment.Amount, payment.Captured, payment.Capturable));
        Assert.Equal(Money.Eur(0), payment.Refunded);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("capture-too-much", "AmountExceeded", "Amount", "amount_too_large")]
    [InlineData("capture-too-small", "Validation", "Amount", "amount_too_small")]
    [InlineData("capture-expired", "InvalidTransition", null, "capture_charge_authorization_expired")]
    [InlineData("capture-declined", "PaymentDeclined", null, "do_not_honor")]
    public async Task A_capture_that_cannot_be_is_refused(string key, string code, string? field, string vendorCode)
    {
        var outcome = await Client().CapturePaymentAsync(new CapturePaymentRequest { Key = new(key), PaymentId = Held, Amount = Money.Eur(70m) });

        Assert.Equal((code, field, vendorCode), (outcome.Refusal?.Code.Value, outcome.Refusal?.Field, outcome.Refusal?.VendorCode));
        await AssertKeysAsync(key, 1);
    }

    [Fact]
    public async Task Cancelling_gives_the_hold_back()
    {
        var payment = (await Client().CancelPaymentAsync(new CancelPaymentRequest
        {
            Key = new("cancel-done"), PaymentId = Held, Reason = PaymentRefundReason.OrderCancelled,
        })).Value;

        Assert.Equal((PaymentStatus.Cancelled, Money.Eur(0)), (payment.Status, payment.Capturable));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Cancelling_without_a_reason_sends_none()
    {
        await Client().CancelPaymentAsync(new CancelPaymentRequest { Key = new("cancel-done"), PaymentId = Held });

        await MatchRequestAsync();
    }

    [Fact]
    public async Task Cancelling_a_paid_payment_is_refused()
    {
        var outcome = await Client().CancelPaymentAsync(new CancelPaymentRequest { Key = new("cancel-paid"), PaymentId = new("pi_paid01") });

        Assert.Equal((RefusalCode.InvalidTransition, "payment_intent_unexpected_state"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
        AssertSent("pi_paid01?expand[0]=latest_charge", 1);
    }

    [Fact]
    public async Task Cancelling_twice_is_no_failure()
    {
        var payment = (await Client().CancelPaymentAsync(new CancelPaymentRequest { Key = new("cancel-cancelled"), PaymentId = new("pi_gone01") })).Value;

        Assert.Equal(("pi_gone01", PaymentStatus.Cancelled), (payment.Id.Value, payment.Status));
    }

    [Fact]
    public async Task A_payment_is_found_with_what_was_paid_back()
    {
        var payment = await Client().FindPaymentAsync(new("pi_paid01"));

        Assert.Equal((PaymentStatus.Succeeded, Money.Eur(62.15m), Money.Eur(15m)), (payment?.Status, payment?.Captured, payment?.Refunded));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_payment_of_a_seller_is_looked_for_in_the_sellers_account()
    {
        await Client(connectedAccount: "acct_1Lamps").FindPaymentAsync(new("pi_paid01"));

        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_payment_tells_why_its_last_attempt_was_declined()
    {
        var payment = await Client().FindPaymentAsync(new("pi_byid01"));

        Assert.Equal((PaymentStatus.Failed, DeclineReason.ExpiredCard, "expired_card"), (payment?.Status, payment?.LastDecline?.Reason, payment?.LastDecline?.VendorCode));
        Assert.Equal(("pm_lamp01", (Money?)null), (payment?.Method?.Value, payment?.Refunded));
    }

    [Fact]
    public async Task A_payment_that_Stripe_does_not_know_is_not_found() => Assert.Null(await Client().FindPaymentAsync(new("pi_none01")));

    [Theory]
    [InlineData("pi_strange01", CommerceErrorKind.NotFound, 1)]
    [InlineData("pi_down01", CommerceErrorKind.Unavailable, 3)]
    [InlineData("pi_reset01", CommerceErrorKind.Unavailable, 3)]
    [InlineData("pi_damaged01", CommerceErrorKind.Protocol, 1)]
    [InlineData("pi_locked01", CommerceErrorKind.Unauthorized, 1)]
    public async Task A_payment_that_cannot_be_looked_at_is_a_failure(string id, CommerceErrorKind kind, int requests)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().FindPaymentAsync(new(id)));

        Assert.Equal((kind, "find-payment"), (failure.Kind, failure.Operation));
        AssertSent(id, requests);
    }

    [Fact]
    public async Task What_follows_a_direct_charge_names_the_seller()
    {
        var client = Client();

        var found = await client.FindPaymentAsync(new("pi_paid01"), Seller);
        await client.CapturePaymentAsync(new CapturePaymentRequest { Key = new("capture-whole"), PaymentId = Held, Seller = Seller });
        await client.CancelPaymentAsync(new CancelPaymentRequest { Key = new("cancel-done"), PaymentId = Held, Seller = Seller });
        await client.ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = new("confirm-succeeded"), PaymentId = new("pi_waiting01"), Seller = Seller });
        var refund = (await client.RefundPaymentAsync(new RefundPaymentRequest { Key = new("refund-whole"), PaymentId = Paid, Seller = Seller })).Value;
        await client.FindRefundAsync(new("re_failed01"), Seller);

        var requests = await stripe.RequestsAsync();
        Assert.Equal((Seller, Seller), (found?.Seller, refund.Seller));
        Assert.Equal(Enumerable.Repeat(Seller.Value, 6), requests.Select(request => request.Header("Stripe-Account")));
    }

    [Fact]
    public async Task Own_fields_are_sent_and_one_that_the_client_sets_itself_is_refused()
    {
        var own = new CapturePaymentRequest { Key = new("capture-whole"), PaymentId = Held };
        var client = Client();

        var taken = await client.CapturePaymentAsync(own with { VendorFields = new Dictionary<string, string> { ["statement_descriptor_suffix"] = "LAMPS" } });
        var refused = await client.CapturePaymentAsync(own with { VendorFields = new Dictionary<string, string> { ["expand[0]"] = "customer" } });

        Assert.True(taken.IsSuccess, taken.Refusal?.Message);
        Assert.Contains("&statement_descriptor_suffix=LAMPS", System.Text.Encoding.UTF8.GetString((await stripe.RequestsAsync()).Single().Body), StringComparison.Ordinal);
        Assert.Equal(("Validation", "VendorFields"), (refused.Refusal?.Code.Value, refused.Refusal?.Field));
    }
}
