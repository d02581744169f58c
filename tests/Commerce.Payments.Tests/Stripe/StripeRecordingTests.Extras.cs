using Commerce.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>What only Stripe has: hosted checkout, warnings of fraud, reviews, charges, webhook endpoints.</summary>
public sealed partial class StripeRecordingTests
{
    [Fact]
    public async Task The_client_is_also_found_as_Stripes_own()
    {
        var services = new ServiceCollection();
        services.AddStripePayments(options => options.SecretKey = "sk_test_recorded", "shop");
        await using var provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredKeyedService<IPaymentGateway>("shop"), provider.GetRequiredKeyedService<IStripePaymentGateway>("shop"));
    }

    [Fact]
    public async Task A_checkout_gives_the_page_to_pay_on()
    {
        var checkout = (await Client<IStripePaymentGateway>().CreateCheckoutAsync(Basket("checkout-done") with
        {
            CancelUrl = new("https://shop.example.com/cart?x=1"), Capture = CaptureMode.Manual, Customer = new("cus_ada01"), Reference = "ORD-1001",
            Group = "ORD-1001", ExpiresAt = From.AddDays(1), Metadata = new Dictionary<string, string> { ["order_id"] = "ORD-1001" },
            Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(12m), IsSettlementMerchant = true },
        })).Value;

        Assert.Equal(("cs_test_open01", StripeCheckoutStatus.Open, "unpaid", false), (checkout.Id.Value, checkout.Status, checkout.PaymentStatus, checkout.IsPaid));
        Assert.Equal((new Uri("https://checkout.stripe.com/c/pay/cs_test_open01"), Money.Eur(129.30m), "ORD-1001"), (checkout.Url, checkout.Total, checkout.Reference));
        Assert.Equal((From, From.AddDays(1), "cus_ada01"), (checkout.CreatedAt, checkout.ExpiresAt, checkout.Customer?.Value));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_direct_checkout_acts_for_the_seller()
    {
        var checkout = (await Client<IStripePaymentGateway>().CreateCheckoutAsync(Basket("checkout-done") with
        {
            Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(12m), IsDirect = true },
        })).Value;

        Assert.Equal(Seller, checkout.Seller);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_checkout_below_the_minimum_is_refused()
    {
        var refusal = (await Client<IStripePaymentGateway>().CreateCheckoutAsync(Basket("checkout-too-small"))).Refusal;

        Assert.Equal((RefusalCode.Validation, "amount_too_small"), (refusal?.Code, refusal?.VendorCode));
    }

    [Fact]
    public async Task A_basket_that_cannot_be_is_refused_before_anything_is_sent()
    {
        var client = Client();
        var lamp = new StripeCheckoutItem { Name = "Lamp", UnitPrice = Money.Eur(1m) };
        foreach (var items in (StripeCheckoutItem[][])
        [
            [], [.. Enumerable.Repeat(lamp, 101)], [lamp, lamp with { UnitPrice = Money.Parse("1 USD") }], [lamp with { Quantity = 0 }],
            [lamp with { UnitPrice = Money.Eur(0) }], [lamp with { Name = " " }], [lamp with { UnitPrice = Money.Parse("5 UGX") }],
        ])
        {
            var outcome = await ((IStripePaymentGateway)client).CreateCheckoutAsync(Basket("never-sent") with { Items = items });

            Assert.Equal((RefusalCode.Validation, "Items"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        }

        var commission = await ((IStripePaymentGateway)client).CreateCheckoutAsync(
            Basket("never-sent") with { Split = new SellerSplit { Seller = Seller, Commission = Money.Parse("1 USD") } });
        Assert.Equal("Commission", commission.Refusal?.Field);
        AssertSent("", 0);
    }

    [Theory]
    [InlineData("cs_test_paid01", true, "pi_paid01")]
    [InlineData("cs_test_slow01", false, "pi_slow01")]
    public async Task A_checkout_that_is_complete_says_whether_it_is_paid(string id, bool isPaid, string payment)
    {
        var checkout = await Client<IStripePaymentGateway>().FindCheckoutAsync(new(id), Seller);

        Assert.Equal((StripeCheckoutStatus.Complete, isPaid, payment, Seller), (checkout?.Status, checkout?.IsPaid, checkout?.PaymentId?.Value, checkout?.Seller));
        Assert.Null(checkout?.Url);
    }

    [Fact]
    public async Task A_checkout_is_closed()
    {
        var checkout = (await Client<IStripePaymentGateway>().ExpireCheckoutAsync(new("checkout-expired"), new("cs_test_open01"), Seller)).Value;

        Assert.Equal(StripeCheckoutStatus.Expired, checkout.Status);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Closing_a_checkout_twice_is_no_failure()
    {
        var checkout = (await Client<IStripePaymentGateway>().ExpireCheckoutAsync(new("checkout-expire-again"), new("cs_test_gone01"))).Value;

        Assert.Equal(StripeCheckoutStatus.Expired, checkout.Status);
    }

    [Fact]
    public async Task A_paid_checkout_is_not_closed()
    {
        var outcome = await Client<IStripePaymentGateway>().ExpireCheckoutAsync(new("checkout-expire-paid"), new("cs_test_paid01"));

        Assert.Equal(RefusalCode.InvalidTransition, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Warnings_of_fraud_are_listed_to_the_last_page()
    {
        var warnings = await AllAsync(Client<IStripePaymentGateway>().ListFraudWarnings(new StripeFraudWarningQuery
        {
            PaymentId = Paid, CreatedFrom = From, CreatedBefore = From.AddDays(1),
        }));

        Assert.Equal([("issfr_two01", true, "pi_paid01"), ("issfr_one01", false, null)], warnings.Select(warning => (warning.Id.Value, warning.IsActionable, warning.PaymentId?.Value)));
        Assert.Equal(("ch_paid01", "made_with_stolen_card"), (warnings[0].ChargeId, warnings[0].FraudType));
        await MatchRequestsAsync(2);
    }

    [Fact]
    public async Task A_warning_of_fraud_is_found()
    {
        var warning = await Client<IStripePaymentGateway>().FindFraudWarningAsync(new("issfr_two01"), Seller);

        Assert.Equal(("issfr_two01", Seller, true), (warning?.Id.Value, warning?.Seller, warning?.RequestId is not null));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Reviews_are_listed()
    {
        var review = Assert.Single(await AllAsync(Client<IStripePaymentGateway>().ListReviews(Seller)));

        Assert.Equal(("prv_open01", true, "rule", "pi_paid01", "ch_paid01"), (review.Id.Value, review.IsOpen, review.Reason, review.PaymentId?.Value, review.ChargeId));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_review_is_approved()
    {
        var review = (await Client<IStripePaymentGateway>().ApproveReviewAsync(new("review-approved"), new("prv_open01"), Seller)).Value;

        Assert.Equal((false, "approved", "approved", Seller), (review.IsOpen, review.Reason, review.ClosedReason, review.Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_charge_tells_its_risk_and_its_cost()
    {
        var charge = await Client<IStripePaymentGateway>().FindChargeAsync("ch_paid01", Seller);

        Assert.Equal(("elevated", 65, "manual_review", "approved_by_network"), (charge?.RiskLevel, charge?.RiskScore, charge?.OutcomeType, charge?.NetworkStatus));
        Assert.Equal((Money.Eur(100m), Money.Eur(100m), Money.Eur(25m)), (charge?.Amount, charge?.Captured, charge?.Refunded));
        Assert.Equal((Money.Eur(3.20m), Money.Eur(96.80m), Money.Eur(12m)), (charge?.Fee, charge?.Net, charge?.Commission));
        Assert.Equal(("txn_1", "fee_1", "tr_1", true), (charge?.MovementId, charge?.CommissionId?.Value, charge?.TransferId?.Value, charge?.IsDisputed));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_charge_that_is_not_booked_tells_no_cost()
    {
        var charge = await Client<IStripePaymentGateway>().FindChargeAsync("ch_new01");

        Assert.Equal(("pending", (Money?)null, (Money?)null, (string?)null), (charge?.Status, charge?.Fee, charge?.Net, charge?.RiskLevel));
    }

    [Fact]
    public async Task An_endpoint_is_made_with_its_secret_which_no_text_shows()
    {
        var endpoint = (await Client<IStripePaymentGateway>().CreateWebhookEndpointAsync(Hook("endpoint-done") with
        {
            IsForSellers = true, Description = "Payouts", Metadata = new Dictionary<string, string> { ["team"] = "money" },
        })).Value;

        Assert.Equal(("we_new01", true, "whsec_recorded_invented"), (endpoint.Id.Value, endpoint.IsEnabled, endpoint.Secret?.Reveal()));
        Assert.Equal(["payout.failed", "payout.paid"], endpoint.Events);
        Assert.DoesNotContain("whsec_", endpoint.ToString(), StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task An_endpoint_with_a_wrong_address_or_without_events_is_refused()
    {
        var client = Client();

        var wrong = await ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(Hook("endpoint-wrong-address"));
        var none = await ((IStripePaymentGateway)client).CreateWebhookEndpointAsync(Hook("never-sent") with { Events = [] });

        Assert.Equal([(RefusalCode.Validation, "Url"), (RefusalCode.Validation, "Events")], ((Refusal[])[wrong.Refusal!, none.Refusal!]).Select(refusal => (refusal.Code, refusal.Field)));
        AssertSent("", 1);
    }

    [Fact]
    public async Task Endpoints_are_listed_without_their_secrets()
    {
        var endpoints = await AllAsync(Client<IStripePaymentGateway>().ListWebhookEndpoints());

        Assert.Equal([("we_new01", true), ("we_old01", false)], endpoints.Select(endpoint => (endpoint.Id.Value, endpoint.IsEnabled)));
        Assert.Equal(("2026-07-29.dahlia", "Payouts", "money"), (endpoints[0].ApiVersion, endpoints[0].Description, endpoints[0].Metadata["team"]));
        Assert.All(endpoints, endpoint => Assert.Null(endpoint.Secret));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task An_endpoint_is_disabled()
    {
        var endpoint = (await Client<IStripePaymentGateway>().UpdateWebhookEndpointAsync(new StripeWebhookEndpointUpdate
        {
            Key = new("endpoint-disabled"), Id = new("we_new01"), IsEnabled = false, Events = ["payout.failed"], Url = new("https://shop.example.com/hooks2"),
        })).Value;

        Assert.False(endpoint.IsEnabled);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("we_new01")]
    [InlineData("we_gone01")]
    public async Task An_endpoint_is_deleted_also_when_it_was_before(string id)
    {
        await Client<IStripePaymentGateway>().DeleteWebhookEndpointAsync(new(id));

        Assert.Equal(("DELETE", "/v1/webhook_endpoints/" + id), Assert.Single(await stripe.RequestsAsync()) is var request ? (request.Method, request.Url) : default);
    }

    [Fact]
    public async Task A_404_of_something_before_Stripe_deletes_nothing()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<IStripePaymentGateway>().DeleteWebhookEndpointAsync(new("we_strange01")));

        Assert.Equal((CommerceErrorKind.NotFound, "delete-webhook-endpoint"), (failure.Kind, failure.Operation));
    }
}
