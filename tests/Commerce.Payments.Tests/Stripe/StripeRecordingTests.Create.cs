using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeRecordingTests
{
    [Fact]
    public async Task A_payment_that_is_confirmed_at_once_is_paid()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-succeeded") with
        {
            Description = "Order ORD-1001", StatementText = "LAMPS & MORE", Customer = new("cus_ada01"), IsOffSession = true,
            Metadata = new Dictionary<string, string> { ["order_id"] = "ORD-1001", ["note"] = "café = 1+1" },
        })).Value;

        Assert.Equal(("pi_paid01", PaymentStatus.Succeeded, "succeeded"), (payment.Id.Value, payment.Status, payment.VendorStatus));
        Assert.Equal((Money.Eur(62.15m), Money.Eur(62.15m), Money.Eur(0)), (payment.Amount, payment.Captured, payment.Capturable));
        Assert.Equal((Money.Eur(0), "pm_lamp01"), (payment.Refunded, payment.Method?.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1785340800), payment.CreatedAt);
        Assert.Equal("ORD-1001", payment.Metadata["order_id"]);
        Assert.Equal("req_recorded001", payment.RequestId);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_payment_without_method_waits_for_the_browser()
    {
        var payment = (await Client().CreatePaymentAsync(new CreatePaymentRequest { Key = new("create-waiting"), Amount = Money.Eur(62.15m) })).Value;

        Assert.Equal(PaymentStatus.Pending, payment.Status);
        Assert.Equal("pi_waiting01_secret_recorded", payment.ClientSecret?.Reveal());
        Assert.DoesNotContain("_secret_recorded", payment.ToString(), StringComparison.Ordinal);
        Assert.Null(payment.LastDecline);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_hold_tells_what_can_be_captured_and_until_when()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-held") with { Capture = CaptureMode.Manual })).Value;

        Assert.Equal((PaymentStatus.Authorized, Money.Eur(62.15m), Money.Eur(0)), (payment.Status, payment.Capturable, payment.Captured));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1785945600), payment.CaptureBy);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_redirect_is_told_with_its_address()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-redirected") with { ReturnUrl = new("https://shop.example.com/back?order=ORD-1001&x=ü") })).Value;

        Assert.Equal(PaymentStatus.RequiresAction, payment.Status);
        Assert.Equal(new PaymentAction("redirect_to_url", new Uri("https://bank.example.com/3ds/42")), payment.NextAction);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_destination_charge_names_seller_and_commission()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-destination") with
        {
            Amount = Money.Eur(100m), Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(12m) },
        })).Value;

        Assert.Equal(Money.Eur(100m), payment.Captured);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_charge_in_the_sellers_name_saves_the_method_and_groups_the_transfers()
    {
        await Client().CreatePaymentAsync(Pay("create-destination") with
        {
            Customer = new("cus_1Zoe"), SaveMethod = SaveMethod.OffSession, Group = "ORD-1001",
            Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(12m), IsSettlementMerchant = true },
        });

        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_direct_charge_acts_for_the_seller_and_keeps_the_commission()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-direct") with
        {
            Amount = Money.Eur(100m), Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(12m), IsDirect = true },
        })).Value;

        Assert.Equal("pi_direct01", payment.Id.Value);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_direct_charge_of_an_account_that_acts_for_a_seller_names_the_seller_once()
    {
        await Client(connectedAccount: Seller.Value).CreatePaymentAsync(Pay("create-direct") with
        {
            Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(1m), IsDirect = true },
        });

        Assert.Equal("acct_1Lamps", Assert.Single((await stripe.RequestsAsync()).Single().Headers, header => header.Key == "Stripe-Account").Value);
    }

    [Theory]
    [InlineData("create-yen", "5000 JPY", "amount=5000&currency=jpy&")]
    [InlineData("create-dinars", "5.12 KWD", "amount=5120&currency=kwd&")]
    public async Task Currencies_without_cents_keep_their_amount(string key, string amount, string sent)
    {
        var payment = (await Client().CreatePaymentAsync(Pay(key) with { Amount = Money.Parse(amount) })).Value;

        Assert.Equal((Money.Parse(amount), Money.Parse(amount)), (payment.Amount, payment.Captured));
        Assert.StartsWith(sent, System.Text.Encoding.UTF8.GetString((await stripe.RequestsAsync()).Single().Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commission_in_another_currency_is_refused_before_anything_is_sent()
    {
        var client = Client();
        var outcome = await client.CreatePaymentAsync(Pay("never-sent") with
        {
            Split = new SellerSplit { Seller = Seller, Commission = Money.Parse("12 USD") },
        });
        var captured = await client.CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new("never-sent"), PaymentId = Held, Amount = Money.Eur(50m), Commission = Money.Parse("6 USD"),
        });

        Assert.Equal((RefusalCode.Validation, "Commission"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Equal((RefusalCode.Validation, "Commission"), (captured.Refusal?.Code, captured.Refusal?.Field));
        AssertSent("", 0);
    }

    [Fact]
    public async Task An_unheard_status_is_unknown_and_harmless()
    {
        var payment = (await Client().CreatePaymentAsync(Pay("create-unheard-status"))).Value;

        Assert.Equal((PaymentStatus.Unknown, "requires_moonlight"), (payment.Status, payment.VendorStatus));
        Assert.Equal(new PaymentAction("look_up"), payment.NextAction);
    }

    [Fact]
    public async Task A_decline_names_the_payment_that_its_body_carries()
    {
        var decline = Assert.IsType<Decline>((await Client().CreatePaymentAsync(Pay("create-declined"))).Refusal);

        Assert.Equal((DeclineReason.InsufficientFunds, "insufficient_funds", "pi_declined01"), (decline.Reason, decline.VendorCode, decline.PaymentId?.Value));
        Assert.Equal("req_recorded010", decline.RequestId);
        await AssertKeysAsync("create-declined", 1);
    }

    [Theory]
    [InlineData("create-needs-buyer", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("create-never-again", "card_declined", DeclineAdvice.DoNotRetry)]
    [InlineData("create-check-card", "card_declined", DeclineAdvice.CorrectDetails)]
    [InlineData("create-try-later", "card_declined", DeclineAdvice.RetryLater)]
    [InlineData("create-lost-card", "suspicious", DeclineAdvice.DoNotRetry)]
    public async Task A_decline_says_what_to_do_next(string key, string reason, DeclineAdvice advice)
    {
        var decline = Assert.IsType<Decline>((await Client().CreatePaymentAsync(Pay(key) with { IsOffSession = true })).Refusal);

        Assert.Equal((reason, advice), (decline.Reason.Value, decline.Advice));
    }

    [Fact]
    public async Task An_amount_below_the_minimum_is_refused()
    {
        var refusal = (await Client().CreatePaymentAsync(Pay("create-too-small"))).Refusal;

        Assert.Equal((RefusalCode.Validation, "Amount", "amount_too_small"), (refusal?.Code, refusal?.Field, refusal?.VendorCode));
    }

    [Fact]
    public async Task A_wrong_request_fails_with_code_and_field()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-parameter-missing")));

        Assert.Equal((CommerceErrorKind.Invalid, "parameter_missing", "currency", 400), (failure.Kind, failure.VendorCode, failure.Field, failure.HttpStatus));
        Assert.Equal("Missing required param: currency.", failure.VendorMessage);
        Assert.NotNull(failure.RequestId);
        await AssertKeysAsync("create-parameter-missing", 1);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_request_is_a_conflict()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreatePaymentAsync(Pay("create-key-reused")));

        Assert.Equal((CommerceErrorKind.Conflict, "idempotency_error"), (failure.Kind, failure.VendorCode));
        await AssertKeysAsync("create-key-reused", 1);
    }
}
