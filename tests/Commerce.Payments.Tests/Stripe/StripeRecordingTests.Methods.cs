using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Saving and keeping methods.</summary>
public sealed partial class StripeRecordingTests
{
    private static readonly CreateMethodSetupRequest Saving = new() { Key = new("setup-done"), Customer = new("cus_ada01"), Method = new("pm_lamp01"), Confirm = true };

    [Fact]
    public async Task A_method_that_is_confirmed_at_once_is_saved()
    {
        var setup = (await Client<IMethodSetupClient>().CreateMethodSetupAsync(Saving with
        {
            ReturnUrl = new("https://shop.example.com/back"), Seller = Seller, Metadata = new Dictionary<string, string> { ["order_id"] = "ORD-1001" },
        })).Value;

        Assert.Equal(("seti_done01", MethodSetupStatus.Succeeded, "succeeded"), (setup.Id.Value, setup.Status, setup.VendorStatus));
        Assert.Equal(("pm_lamp01", "cus_ada01", Seller, "ORD-1001"), (setup.Method?.Value, setup.Customer?.Value, setup.Seller, setup.Metadata["order_id"]));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1785340800), true), (setup.CreatedAt, setup.RequestId is not null));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_method_that_is_to_come_waits_for_the_browser()
    {
        var setup = (await Client<IMethodSetupClient>().CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("setup-waiting"), ForOffSession = false })).Value;

        Assert.Equal((MethodSetupStatus.Pending, "seti_waiting01_secret_recorded"), (setup.Status, setup.ClientSecret?.Reveal()));
        Assert.DoesNotContain("_secret_recorded", setup.ToString(), StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_method_whose_buyer_must_act_tells_where()
    {
        var setup = (await Client<IMethodSetupClient>().CreateMethodSetupAsync(Saving with { Key = new("setup-redirected") })).Value;

        Assert.Equal((MethodSetupStatus.RequiresAction, new PaymentAction("redirect_to_url", new("https://bank.example.com/3ds/7"))), (setup.Status, setup.NextAction));
    }

    [Fact]
    public async Task A_declined_method_is_a_decline_that_does_not_tell_the_buyer_why()
    {
        var decline = Assert.IsType<Decline>((await Client<IMethodSetupClient>().CreateMethodSetupAsync(Saving with { Key = new("setup-declined") })).Refusal);

        Assert.Equal((DeclineReason.Suspicious, "stolen_card", (GatewayPaymentId?)null), (decline.Reason, decline.VendorCode, decline.PaymentId));
        Assert.DoesNotContain("stolen", decline.BuyerMessage, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_setup_that_is_confirmed_without_a_method_is_refused_before_anything_is_sent()
    {
        var client = Client();

        var outcome = await ((IMethodSetupClient)client).CreateMethodSetupAsync(new CreateMethodSetupRequest { Key = new("never-sent"), Confirm = true });

        Assert.Equal((RefusalCode.Validation, "Method"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        AssertSent("", 0);
    }

    [Fact]
    public async Task Confirming_a_setup_saves_the_method()
    {
        var setup = (await Client<IMethodSetupClient>().ConfirmMethodSetupAsync(new ConfirmMethodSetupRequest
        {
            Key = new("setup-confirmed"), SetupId = new("seti_waiting01"), Method = new("pm_lamp01"), ReturnUrl = new("https://shop.example.com/back"),
        })).Value;

        Assert.Equal(MethodSetupStatus.Succeeded, setup.Status);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_buyer_who_does_not_authenticate_is_a_decline()
    {
        var outcome = await Client<IMethodSetupClient>().ConfirmMethodSetupAsync(
            new ConfirmMethodSetupRequest { Key = new("setup-not-authenticated"), SetupId = new("seti_waiting01") });

        Assert.Equal((DeclineReason.AuthenticationRequired, DeclineAdvice.Authenticate), Assert.IsType<Decline>(outcome.Refusal) is var decline ? (decline.Reason, decline.Advice) : default);
    }

    [Fact]
    public async Task A_setup_tells_why_its_last_attempt_was_declined()
    {
        var setup = await Client<IMethodSetupClient>().FindMethodSetupAsync(new("seti_failed01"), Seller);

        Assert.Equal((MethodSetupStatus.Failed, DeclineReason.ExpiredCard, Seller), (setup?.Status, setup?.LastDecline?.Reason, setup?.Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_setup_is_given_up()
    {
        var setup = (await Client<IMethodSetupClient>().CancelMethodSetupAsync(new("setup-cancelled"), new("seti_waiting01"), Seller)).Value;

        Assert.Equal(MethodSetupStatus.Cancelled, setup.Status);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Giving_a_setup_up_twice_is_no_failure()
    {
        var setup = (await Client<IMethodSetupClient>().CancelMethodSetupAsync(new("setup-cancel-again"), new("seti_gone01"))).Value;

        Assert.Equal(MethodSetupStatus.Cancelled, setup.Status);
    }

    [Fact]
    public async Task A_saved_method_is_not_given_up()
    {
        var outcome = await Client<IMethodSetupClient>().CancelMethodSetupAsync(new("setup-cancel-saved"), new("seti_done01"));

        Assert.Equal((RefusalCode.InvalidTransition, "setup_intent_unexpected_state"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
    }

    [Fact]
    public async Task A_customer_is_created()
    {
        var customer = await Client<ISavedMethodClient>().CreateCustomerAsync(new("customer-done"), EmailAddress.Parse("ada+lamps@example.com"), Seller);

        Assert.Equal("cus_new01", customer.Value);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_customer_that_cannot_be_created_is_a_failure_without_the_address()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(
            () => Client<ISavedMethodClient>().CreateCustomerAsync(new("customer-wrong-email"), EmailAddress.Parse("ada@example.com")));

        Assert.Equal((CommerceErrorKind.Invalid, "email_invalid", "Email"), (failure.Kind, failure.VendorCode, failure.Field));
        Assert.DoesNotContain("ada@example.com", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("any-reset", CommerceErrorKind.Unavailable)]
    [InlineData("any-unavailable", CommerceErrorKind.Unavailable)]
    [InlineData("any-malformed", CommerceErrorKind.Protocol)]
    public async Task A_customer_whose_creation_is_not_answered_may_exist(string key, CommerceErrorKind kind)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<ISavedMethodClient>().CreateCustomerAsync(new(key), null));

        Assert.Equal((kind, true), (failure.Kind, failure.IsOutcomeUnknown));
    }

    [Fact]
    public async Task Methods_of_a_customer_are_listed_to_the_last_page()
    {
        var methods = await AllAsync(Client<ISavedMethodClient>().ListMethods(new("cus_ada01"), Seller));

        Assert.Equal([new SavedMethod(new("pm_lamp02"), "card", "visa", "4242", 2030, 8), new SavedMethod(new("pm_debit01"), "sepa_debit", null, "3001", null, null)], methods.Select(static method => method with { RequestId = null }));
        await MatchRequestsAsync(2);
    }

    [Fact]
    public async Task A_method_is_saved_with_a_customer()
    {
        var method = (await Client<ISavedMethodClient>().AttachMethodAsync(new("attach-done"), new("pm_lamp02"), new("cus_ada01"), Seller)).Value;

        Assert.Equal(("pm_lamp02", "visa", "4242"), (method.Token.Value, method.Brand, method.LastFour));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_method_that_fails_its_check_is_a_decline()
    {
        var outcome = await Client<ISavedMethodClient>().AttachMethodAsync(new("attach-declined"), new("pm_lamp02"), new("cus_ada01"));

        Assert.Equal(DeclineReason.IncorrectDetails, Assert.IsType<Decline>(outcome.Refusal).Reason);
    }

    [Fact]
    public async Task A_method_is_removed_each_time_with_a_key_of_its_own()
    {
        var client = Client();
        await ((ISavedMethodClient)client).RemoveMethodAsync(new("pm_lamp02"), Seller);
        await ((ISavedMethodClient)client).RemoveMethodAsync(new("pm_lamp02"), Seller);

        var requests = await stripe.RequestsAsync();
        Assert.Equal(2, requests.Select(request => request.Header("Idempotency-Key")).Where(key => key.StartsWith("detach-", StringComparison.Ordinal)).Distinct().Count());
        Assert.All(requests, request => Assert.Equal(("/v1/payment_methods/pm_lamp02/detach", Seller.Value, 0), (request.Url, request.Header("Stripe-Account"), request.Body.Length)));
    }

    [Fact]
    public async Task Removing_a_method_twice_is_no_failure()
    {
        await Client<ISavedMethodClient>().RemoveMethodAsync(new("pm_free01"));

        AssertSent("pm_free01", 2);
    }

    [Theory]
    [InlineData("pm_kept01", CommerceErrorKind.Invalid)]
    [InlineData("pm_none01", CommerceErrorKind.NotFound)]
    public async Task A_method_that_is_not_removed_is_a_failure(string method, CommerceErrorKind kind)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<ISavedMethodClient>().RemoveMethodAsync(new(method)));

        Assert.Equal((kind, "remove-method"), (failure.Kind, failure.Operation));
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("methods")]
    [InlineData("checkout")]
    [InlineData("warning")]
    [InlineData("charge")]
    public async Task What_cannot_be_looked_at_is_a_failure(string what)
    {
        foreach (var (id, kind, requests) in ((string, CommerceErrorKind, int)[])
        [
            ("any_down01", CommerceErrorKind.Unavailable, 3), ("any_reset01", CommerceErrorKind.Unavailable, 3),
            ("any_damaged01", CommerceErrorKind.Protocol, 1), ("any_strange01", CommerceErrorKind.NotFound, 1),
        ])
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(() => LookAsync(Client(), what, id));

            Assert.Equal(kind, failure.Kind);
            AssertSent(id, requests);
        }
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("checkout")]
    [InlineData("warning")]
    [InlineData("charge")]
    public async Task What_Stripe_does_not_know_is_not_found(string what) => Assert.Null(await LookAsync(Client(), what, "any_none01"));

    private static async Task<object?> LookAsync(IPaymentGateway client, string what, string id) => what switch
    {
        "setup" => await ((IMethodSetupClient)client).FindMethodSetupAsync(new(id)),
        "methods" => await AllAsync(((ISavedMethodClient)client).ListMethods(new(id))),
        "checkout" => await ((IStripePaymentGateway)client).FindCheckoutAsync(new(id)),
        "warning" => await ((IStripePaymentGateway)client).FindFraudWarningAsync(new(id)),
        _ => await ((IStripePaymentGateway)client).FindChargeAsync(id),
    };
}
