using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Holds that are captured in parts or raised, and payments that change.</summary>
public sealed partial class StripeRecordingTests
{
    private static readonly GatewayPaymentId Flexible = new("pi_flex01");
    private static readonly GatewayPaymentId Plain = new("pi_plain01");

    [Fact]
    public async Task A_hold_of_an_account_that_Stripe_granted_it_asks_for_several_captures_and_raising()
    {
        var client = Client(configure: options => (options.RequestMulticapture, options.RequestIncrementalAuthorization) = (true, true));

        var payment = (await client.CreatePaymentAsync(Pay("create-flexible") with { Capture = CaptureMode.Manual })).Value;

        Assert.Equal((true, true), (payment.CanCaptureAgain, payment.CanIncrease));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_payment_that_is_taken_at_once_does_not_ask_for_them()
    {
        var client = Client(configure: options => (options.RequestMulticapture, options.RequestIncrementalAuthorization) = (true, true));

        await client.CreatePaymentAsync(Pay("create-succeeded"));

        Assert.DoesNotContain("request_", System.Text.Encoding.UTF8.GetString((await stripe.RequestsAsync()).Single().Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_them_is_told_so()
    {
        var client = Client(configure: options => options.RequestMulticapture = true);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.CreatePaymentAsync(Pay("create-not-eligible") with { Capture = CaptureMode.Manual }));

        Assert.Equal((CommerceErrorKind.Invalid, "payment_intent_invalid_parameter"), (failure.Kind, failure.VendorCode));
        Assert.Contains("not eligible", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("capture-first")]
    [InlineData("capture-first-charge")]
    public async Task A_capture_that_is_not_the_last_leaves_the_rest_held(string key)
    {
        var payment = (await Client().CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new(key), PaymentId = Flexible, Amount = Money.Eur(50m), IsFinal = false,
        })).Value;

        Assert.Equal((PaymentStatus.Authorized, Money.Eur(50m), Money.Eur(12.15m)), (payment.Status, payment.Captured, payment.Capturable));
        Assert.Contains("&final_capture=false&", System.Text.Encoding.UTF8.GetString((await stripe.RequestsAsync()).Single().Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("capture-first-not-granted", 1)]
    [InlineData("capture-first-no-reason", 2)]
    public async Task A_capture_that_is_not_the_last_is_refused_where_the_card_does_not_allow_it(string key, int requests)
    {
        var outcome = await Client().CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new(key), PaymentId = Plain, Amount = Money.Eur(50m), IsFinal = false,
        });

        Assert.Equal((RefusalCode.NotSupported, "IsFinal"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        AssertSent("", requests);
    }

    [Fact]
    public async Task Raising_a_hold_gives_the_new_total()
    {
        var payment = (await Client<IAuthorizationClient>().IncreaseAuthorizationAsync(new IncreaseAuthorizationRequest
        {
            Key = new("raise-done"), PaymentId = Flexible, Amount = Money.Eur(80m), Commission = Money.Eur(8m), Seller = Seller,
        })).Value;

        Assert.Equal((PaymentStatus.Authorized, Money.Eur(80m), Money.Eur(80m)), (payment.Status, payment.Amount, payment.Capturable));
        Assert.Equal((Seller, true), (payment.Seller, payment.CanIncrease));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_declined_raise_is_a_decline()
    {
        var decline = Assert.IsType<Decline>((await RaiseAsync("raise-declined", Flexible)).Refusal);

        Assert.Equal((DeclineReason.InsufficientFunds, "pi_flex01"), (decline.Reason, decline.PaymentId?.Value));
    }

    [Theory]
    [InlineData("raise-not-granted", "pi_plain01", "NotSupported")]
    [InlineData("raise-captured", "pi_paid01", "InvalidTransition")]
    public async Task A_raise_that_cannot_be_is_refused_for_what_the_hold_is(string key, string payment, string code)
    {
        var refusal = (await RaiseAsync(key, new(payment))).Refusal;

        Assert.Equal((code, true), (refusal?.Code.Value, refusal?.RequestId is not null));
        AssertSent(payment + "?expand[0]=latest_charge", 1);
    }

    [Fact]
    public async Task A_raise_that_fails_for_no_reason_to_be_found_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => RaiseAsync("raise-failed", Flexible));

        Assert.Equal((CommerceErrorKind.Invalid, "increase-authorization"), (failure.Kind, failure.Operation));
    }

    [Fact]
    public async Task Changing_a_payment_sends_what_is_given()
    {
        var payment = (await Client<IPaymentUpdateClient>().UpdatePaymentAsync(new UpdatePaymentRequest
        {
            Key = new("change-done"), PaymentId = new("pi_waiting01"), Amount = Money.Eur(80m), Commission = Money.Eur(8m), Method = new("pm_lamp01"),
            Customer = new("cus_ada01"), Description = "Order ORD-1001", Metadata = new Dictionary<string, string> { ["order_id"] = "ORD-1001", ["old"] = "" },
        })).Value;

        Assert.Equal((PaymentStatus.Pending, Money.Eur(80m), "ORD-1001"), (payment.Status, payment.Amount, payment.Metadata["order_id"]));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_change_that_gives_nothing_else_sends_nothing_else()
    {
        await Client<IPaymentUpdateClient>().UpdatePaymentAsync(new UpdatePaymentRequest { Key = new("change-done"), PaymentId = new("pi_waiting01") });

        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_change_that_comes_too_late_is_refused()
    {
        var outcome = await Client<IPaymentUpdateClient>().UpdatePaymentAsync(new UpdatePaymentRequest
        {
            Key = new("change-too-late"), PaymentId = new("pi_waiting01"), Description = "Order ORD-1001",
        });

        Assert.Equal((RefusalCode.InvalidTransition, "payment_intent_unexpected_state"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
    }

    private Task<Outcome<Payment>> RaiseAsync(string key, GatewayPaymentId payment) => Client<IAuthorizationClient>().IncreaseAuthorizationAsync(
        new IncreaseAuthorizationRequest { Key = new(key), PaymentId = payment, Amount = Money.Eur(80m) });
}
