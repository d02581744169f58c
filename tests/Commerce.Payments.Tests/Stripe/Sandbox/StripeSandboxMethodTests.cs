using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Each documented test payment method does what its row says.</summary>
public sealed class StripeSandboxMethodTests : StripeWire
{
    [Theory]
    [InlineData("pm_card_visa", "visa", "credit")]
    [InlineData("pm_card_visa_debit", "visa", "debit")]
    [InlineData("pm_card_mastercard", "mastercard", "credit")]
    [InlineData("pm_card_mastercard_debit", "mastercard", "debit")]
    [InlineData("pm_card_mastercard_prepaid", "mastercard", "prepaid")]
    [InlineData("pm_card_amex", "amex", "credit")]
    [InlineData("pm_card_discover", "discover", "credit")]
    [InlineData("pm_card_diners", "diners", "credit")]
    [InlineData("pm_card_jcb", "jcb", "credit")]
    [InlineData("pm_card_unionpay", "unionpay", "credit")]
    [InlineData("pm_card_threeDSecureOptional", "visa", "credit")]
    public async Task A_good_card_pays(string method, string brand, string funding)
    {
        var intent = await PayAsync(method, more: "expand[]=latest_charge");

        var card = intent["latest_charge"]!["payment_method_details"]!["card"]!;
        Assert.Equal(("succeeded", 10000L), ((string?)intent["status"], (long)intent["amount_received"]!));
        Assert.Equal((brand, funding), ((string?)card["brand"], (string?)card["funding"]));
    }

    [Theory]
    [InlineData("pm_card_visa_chargeDeclined", "card_declined", "generic_decline")]
    [InlineData("pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds")]
    [InlineData("pm_card_visa_chargeDeclinedLostCard", "card_declined", "lost_card")]
    [InlineData("pm_card_visa_chargeDeclinedStolenCard", "card_declined", "stolen_card")]
    [InlineData("pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card")]
    [InlineData("pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc")]
    [InlineData("pm_card_chargeDeclinedProcessingError", "processing_error", "processing_error")]
    [InlineData("pm_card_visa_chargeDeclinedVelocityLimitExceeded", "card_declined", "card_velocity_exceeded")]
    [InlineData("pm_card_radarBlock", "card_declined", "fraudulent")]
    [InlineData("pm_card_threeDSecureRequiredProcessingError", "card_declined", "processing_error")]
    [InlineData("pm_card_chargeCustomerFail", "card_declined", "generic_decline")]
    public async Task A_bad_card_is_declined_with_the_payment_in_the_answer(string method, string code, string declineCode)
    {
        var answer = await TryPostAsync("payment_intents", Payment(method));

        var intent = answer.Body["error"]!["payment_intent"]!;
        var charge = await GetAsync($"charges/{answer.Error("charge")}");
        Assert.Equal((402, "card_error", code, declineCode), (answer.Status, answer.Error("type"), answer.Error("code"), answer.Error("decline_code")));
        Assert.Equal(("requires_payment_method", declineCode), ((string?)intent["status"], (string?)intent["last_payment_error"]!["decline_code"]));
        Assert.Equal(("failed", code, false), ((string?)charge["status"], (string?)charge["failure_code"], (bool)charge["paid"]!));
        Assert.Equal(["payment_intent.created", "charge.failed", "payment_intent.payment_failed"], EventTypes());
        Assert.Equal(0, Total());
    }

    [Fact]
    public async Task A_declined_payment_is_paid_with_another_card()
    {
        var declined = await TryPostAsync("payment_intents", Payment("pm_card_visa_chargeDeclined"));
        var id = (string)declined.Body["error"]!["payment_intent"]!["id"]!;

        var intent = await PostAsync($"payment_intents/{id}/confirm", "payment_method=pm_card_visa");

        Assert.Equal("succeeded", (string?)intent["status"]);
        Assert.Null(intent["last_payment_error"]);
    }

    [Theory]
    [InlineData("pm_card_riskLevelHighest", "highest", "authorized")]
    [InlineData("pm_card_riskLevelElevated", "elevated", "manual_review")]
    [InlineData("pm_card_visa", "normal", "authorized")]
    public async Task A_risky_card_pays_and_says_so(string method, string level, string outcome)
    {
        var intent = await PayAsync(method, more: "expand[]=latest_charge");

        var told = intent["latest_charge"]!["outcome"]!;
        Assert.Equal((level, outcome), ((string?)told["risk_level"], (string?)told["type"]));
    }

    [Theory]
    [InlineData("pm_card_cvcCheckFail", "fail", "pass")]
    [InlineData("pm_card_avsZipFail", "pass", "fail")]
    public async Task A_failed_check_is_told(string method, string cvc, string postalCode)
    {
        var intent = await PayAsync(method, more: "expand[]=latest_charge");

        var checks = intent["latest_charge"]!["payment_method_details"]!["card"]!["checks"]!;
        Assert.Equal((cvc, postalCode), ((string?)checks["cvc_check"], (string?)checks["address_postal_code_check"]));
    }

    [Theory]
    [InlineData("pm_card_authenticationRequired", "", "requires_action")]
    [InlineData("pm_card_authenticationRequired", "off_session=true", "authentication_required")]
    [InlineData("pm_card_authenticationRequired", "error_on_requires_action=true", "authentication_required")]
    [InlineData("pm_card_authenticationRequiredOnSetup", "", "requires_action")]
    [InlineData("pm_card_authenticationRequiredOnSetup", "off_session=true", "authentication_required")]
    [InlineData("pm_card_authenticationRequiredSetupForOffSession", "", "requires_action")]
    [InlineData("pm_card_authenticationRequiredSetupForOffSession", "off_session=true", "succeeded")]
    [InlineData("pm_card_threeDSecure2Required", "", "requires_action")]
    [InlineData("pm_card_threeDSecureRequiredChargeDeclined", "", "requires_action")]
    [InlineData("pm_card_threeDSecureOptional", "off_session=true", "succeeded")]
    public async Task A_card_asks_for_the_buyer_when_its_row_says_so(string method, string more, string expected)
    {
        var answer = await TryPostAsync("payment_intents", Payment(method, more: more));

        Assert.Equal(expected, answer.Status == 402 ? answer.Error("decline_code") : (string?)answer.Body["status"]);
    }

    [Theory]
    [InlineData("pm_card_threeDSecure2Required", true, "succeeded", "payment_intent.succeeded")]
    [InlineData("pm_card_threeDSecure2Required", false, "requires_payment_method", "payment_intent.payment_failed")]
    [InlineData("pm_card_threeDSecureRequiredChargeDeclined", true, "requires_payment_method", "payment_intent.payment_failed")]
    public async Task The_buyers_step_decides(string method, bool succeeds, string status, string told)
    {
        var intent = await PayAsync(method, more: "return_url=https://shop.example.com/back");

        var after = Stripe.CompleteAuthentication((string)intent["id"]!, succeeds);

        Assert.Equal("https://shop.example.com/back", (string?)intent["next_action"]!["redirect_to_url"]!["return_url"]);
        Assert.Equal(status, after);
        Assert.Contains(told, EventTypes());
        Assert.Equal(status == "succeeded" ? 10000 - 320 : 0, Total());
    }

    [Fact]
    public async Task A_card_that_was_set_up_is_charged_without_the_buyer()
    {
        var customer = (string)(await PostAsync("customers", "email=ada@example.com"))["id"]!;
        var setup = await PostAsync(
            "setup_intents", $"customer={customer}&payment_method=pm_card_authenticationRequiredOnSetup&confirm=true&return_url=https://shop.example.com/back");

        var status = Stripe.CompleteAuthentication((string)setup["id"]!, succeeds: true);
        var intent = await PayAsync((string)setup["payment_method"]!, more: $"customer={customer}&off_session=true");

        Assert.Equal(("requires_action", "succeeded", "succeeded"), ((string?)setup["status"], status, (string?)intent["status"]));
    }

    [Fact]
    public async Task A_customer_keeps_the_card_that_fails_later_and_no_other_declined_one()
    {
        var customer = (string)(await PostAsync("customers"))["id"]!;

        var kept = await PostAsync("payment_methods/pm_card_chargeCustomerFail/attach", $"customer={customer}");
        var refused = await TryPostAsync("payment_methods/pm_card_visa_chargeDeclined/attach", $"customer={customer}");
        var charged = await TryPostAsync("payment_intents", Payment((string)kept["id"]!, more: $"customer={customer}"));

        Assert.Equal(customer, (string?)kept["customer"]);
        Assert.Equal((402, "card_declined"), (refused.Status, refused.Error("code")));
        Assert.Equal((402, "card_declined"), (charged.Status, charged.Error("code")));
    }

    [Theory]
    [InlineData("4242424242424241", "incorrect_number")]
    [InlineData("4242424242424242", null)]
    public async Task A_wrong_number_is_seen(string number, string? code)
    {
        var answer = await TryPostAsync("payment_methods", $"type=card&card[number]={number}&card[exp_month]=8&card[exp_year]=2034&card[cvc]=123");

        Assert.Equal(code, answer.Error("code"));
    }

    [Fact]
    public async Task Money_of_a_card_is_pending_for_two_days_unless_the_card_bypasses_that()
    {
        await PayAsync("pm_card_visa");
        await PayAsync("pm_card_bypassPending", 5000);
        await PayAsync("pm_card_bypassPendingInternational", 5000);

        var before = Stripe.FundsOf("usd");
        Clock.Advance(TimeSpan.FromDays(2));
        var after = Stripe.FundsOf("usd");

        Assert.Equal((9650L, 9680L), before);
        Assert.Equal((19330L, 0L), after);
    }

    [Fact]
    public async Task A_bank_debit_is_processing_until_it_succeeds()
    {
        var intent = await PayAsync("pm_usBankAccount_success");

        Clock.Advance(TimeSpan.FromDays(2));
        var later = await GetAsync($"payment_intents/{intent["id"]}");

        Assert.Equal(("processing", "succeeded"), ((string?)intent["status"], (string?)later["status"]));
        Assert.Equal(["payment_intent.created", "payment_intent.processing", "payment_intent.succeeded", "charge.succeeded"], EventTypes());
    }

    [Fact]
    public async Task A_refund_may_stay_pending_for_a_while()
    {
        var refund = await RefundAsync("pm_card_pendingRefund");

        Clock.Advance(TimeSpan.FromHours(12));
        var later = await GetAsync($"refunds/{refund["id"]}");

        Assert.Equal(("pending", "succeeded"), ((string?)refund["status"], (string?)later["status"]));
        Assert.Contains("refund.updated", EventTypes());
        Assert.Equal(-320, Total());
    }

    [Fact]
    public async Task A_refund_may_fail_after_it_succeeded_and_the_money_comes_back()
    {
        var refund = await RefundAsync("pm_card_refundFail");
        var whileOut = Total();

        Clock.Advance(TimeSpan.FromHours(12));
        var later = await GetAsync($"refunds/{refund["id"]}?expand[]=failure_balance_transaction");

        Assert.Equal(("succeeded", "failed"), ((string?)refund["status"], (string?)later["status"]));
        Assert.Equal(("expired_or_canceled_card", "refund_failure"), ((string?)later["failure_reason"], (string?)later["failure_balance_transaction"]!["type"]));
        Assert.Equal((-320L, 9680L), (whileOut, Total()));
        Assert.Contains("refund.failed", EventTypes());
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task An_unknown_method_is_not_found()
    {
        var answer = await TryPostAsync("payment_intents", Payment("pm_card_madeUp"));

        Assert.Equal((404, "resource_missing", "payment_method"), (answer.Status, answer.Error("code"), answer.Error("param")));
    }

    private async Task<JsonObject> RefundAsync(string method)
    {
        var intent = await PayAsync(method);
        return await PostAsync("refunds", $"payment_intent={intent["id"]}");
    }
}
