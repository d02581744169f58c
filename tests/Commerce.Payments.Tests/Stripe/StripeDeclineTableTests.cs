using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Every decline code and every error code that is a decline, as a failed confirmation tells it.</summary>
public sealed class StripeDeclineTableTests
{
    // Stripe documentation, Decline codes and Error codes, read 2026-11-20.
    private const string DeclineCodes =
        "approve_with_id authentication_required call_issuer card_not_supported card_velocity_exceeded currency_not_supported do_not_honor do_not_try_again "
        + "duplicate_transaction expired_card fraudulent generic_decline incorrect_cvc incorrect_number incorrect_pin incorrect_zip insufficient_funds "
        + "invalid_account invalid_amount invalid_cvc invalid_expiry_month invalid_expiry_year invalid_number invalid_pin issuer_not_available lost_card "
        + "merchant_blacklist new_account_information_available no_action_taken not_permitted offline_pin_required online_or_offline_pin_required pickup_card "
        + "pin_try_exceeded processing_error reenter_transaction restricted_card revocation_of_all_authorizations revocation_of_authorization security_violation "
        + "service_not_allowed stolen_card stop_payment_order testmode_decline transaction_not_allowed try_again_later withdrawal_count_limit_exceeded";

    private const string CardErrors =
        "card_declined expired_card incorrect_cvc incorrect_number incorrect_zip invalid_cvc invalid_expiry_month invalid_expiry_year invalid_number "
        + "processing_error authentication_required card_decline_rate_limit_exceeded";

    private const string OtherErrors =
        "payment_intent_authentication_failure payment_intent_action_required payment_intent_payment_attempt_failed payment_intent_payment_attempt_expired "
        + "payment_intent_mandate_invalid payment_method_provider_decline payment_method_provider_timeout payment_method_customer_decline "
        + "payment_method_not_available setup_attempt_failed setup_intent_authentication_failure setup_intent_setup_attempt_expired setup_intent_mandate_invalid";

    [Theory]
    [InlineData("insufficient_funds", "insufficient_funds", DeclineAdvice.TryAnotherMethod)]
    [InlineData("withdrawal_count_limit_exceeded", "insufficient_funds", DeclineAdvice.TryAnotherMethod)]
    [InlineData("card_velocity_exceeded", "limit_exceeded", DeclineAdvice.TryAnotherMethod)]
    [InlineData("pin_try_exceeded", "limit_exceeded", DeclineAdvice.TryAnotherMethod)]
    [InlineData("invalid_amount", "limit_exceeded", DeclineAdvice.TryAnotherMethod)]
    [InlineData("expired_card", "expired_card", DeclineAdvice.CorrectDetails)]
    [InlineData("incorrect_cvc", "incorrect_details", DeclineAdvice.CorrectDetails)]
    [InlineData("incorrect_pin", "incorrect_details", DeclineAdvice.CorrectDetails)]
    [InlineData("incorrect_zip", "incorrect_details", DeclineAdvice.CorrectDetails)]
    [InlineData("invalid_number", "incorrect_details", DeclineAdvice.CorrectDetails)]
    [InlineData("authentication_required", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("authentication_not_handled", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("offline_pin_required", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("card_not_supported", "not_supported", DeclineAdvice.TryAnotherMethod)]
    [InlineData("currency_not_supported", "not_supported", DeclineAdvice.TryAnotherMethod)]
    [InlineData("not_permitted", "not_supported", DeclineAdvice.TryAnotherMethod)]
    [InlineData("fraudulent", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("lost_card", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("stolen_card", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("pickup_card", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("merchant_blacklist", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("security_violation", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("restricted_card", "suspicious", DeclineAdvice.DoNotRetry)]
    [InlineData("processing_error", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("try_again_later", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("issuer_not_available", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("reenter_transaction", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("approve_with_id", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("do_not_honor", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("generic_decline", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("invalid_account", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("testmode_decline", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("do_not_try_again", "card_declined", DeclineAdvice.DoNotRetry)]
    [InlineData("stop_payment_order", "card_declined", DeclineAdvice.DoNotRetry)]
    [InlineData("revocation_of_authorization", "card_declined", DeclineAdvice.DoNotRetry)]
    [InlineData("duplicate_transaction", "other", DeclineAdvice.DoNotRetry)]
    [InlineData("never_heard_of", "other", DeclineAdvice.TryAnotherMethod)]
    [InlineData("incorrect_moon", "incorrect_details", DeclineAdvice.CorrectDetails)]
    public async Task A_decline_code_has_its_reason_and_advice(string code, string reason, DeclineAdvice advice)
    {
        var decline = await ConfirmAsync(402, Error("card_error", "card_declined_anew", code));

        Assert.Equal((reason, advice, code), (decline.Reason.Value, decline.Advice, decline.VendorCode));
    }

    [Theory]
    [InlineData("payment_intent_authentication_failure", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("payment_intent_action_required", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("setup_intent_authentication_failure", "authentication_required", DeclineAdvice.Authenticate)]
    [InlineData("payment_method_provider_decline", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("payment_method_provider_timeout", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("payment_method_not_available", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("payment_method_customer_decline", "other", DeclineAdvice.TryAnotherMethod)]
    [InlineData("payment_intent_payment_attempt_failed", "card_declined", DeclineAdvice.TryAnotherMethod)]
    [InlineData("payment_intent_payment_attempt_expired", "processing_error", DeclineAdvice.RetryLater)]
    [InlineData("payment_intent_mandate_invalid", "other", DeclineAdvice.TryAnotherMethod)]
    public async Task An_error_that_is_a_decline_has_its_reason_and_advice(string code, string reason, DeclineAdvice advice)
    {
        var decline = await ConfirmAsync(400, Error("invalid_request_error", code, null));

        Assert.Equal((reason, advice, code, "req_stub"), (decline.Reason.Value, decline.Advice, decline.VendorCode, decline.RequestId));
    }

    [Fact]
    public async Task Every_code_of_the_documentation_has_a_meaning_and_no_words_of_loss_theft_or_suspicion()
    {
        var unknown = await ConfirmAsync(402, Error("card_error", null, "never_heard_of"));
        foreach (var code in DeclineCodes.Split(' '))
        {
            Check(code, await ConfirmAsync(402, Error("card_error", null, code)));
        }

        foreach (var code in CardErrors.Split(' '))
        {
            Check(code, await ConfirmAsync(402, Error("card_error", code, null)));
        }

        foreach (var code in OtherErrors.Split(' '))
        {
            Check(code, await ConfirmAsync(400, Error("invalid_request_error", code, null)));
        }

        void Check(string code, Decline decline)
        {
            Assert.True((decline.Reason, decline.Advice, decline.BuyerMessage) != (unknown.Reason, unknown.Advice, unknown.BuyerMessage), code + " has no meaning of its own.");
            Assert.DoesNotMatch("(?i)lost|stolen|theft|fraud|suspic|pick|blacklist|security|restrict", decline.BuyerMessage);
        }
    }

    [Theory]
    [InlineData("generic_decline", "do_not_try_again", DeclineAdvice.DoNotRetry)]
    [InlineData("generic_decline", "try_again_later", DeclineAdvice.RetryLater)]
    [InlineData("never_heard_of", "confirm_card_data", DeclineAdvice.CorrectDetails)]
    [InlineData("lost_card", "try_again_later", DeclineAdvice.DoNotRetry)]
    [InlineData("insufficient_funds", "try_again_later", DeclineAdvice.TryAnotherMethod)]
    [InlineData("expired_card", "do_not_try_again", DeclineAdvice.DoNotRetry)]
    [InlineData("generic_decline", "never_heard_of", DeclineAdvice.TryAnotherMethod)]
    public async Task The_networks_advice_counts_where_the_code_leaves_it_open(string code, string network, DeclineAdvice advice)
    {
        var decline = await ConfirmAsync(402, $$"""{"error":{"type":"card_error","decline_code":"{{code}}","advice_code":"{{network}}"} }""");

        Assert.Equal(advice, decline.Advice);
    }

    [Fact]
    public async Task A_code_that_is_unheard_of_leaves_what_the_error_itself_means()
    {
        var decline = await ConfirmAsync(402, Error("card_error", "expired_card", "never_heard_of"));

        Assert.Equal((DeclineReason.ExpiredCard, "never_heard_of"), (decline.Reason, decline.VendorCode));
    }

    private static string Error(string type, string? code, string? decline) =>
        $$"""{"error":{"type":"{{type}}","code":{{Quoted(code)}},"decline_code":{{Quoted(decline)}},"message":"No."} }""";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static async Task<Decline> ConfirmAsync(int status, string body)
    {
        await using var stripe = new StripeStub(_ => (status, body));
        var outcome = await stripe.Client.ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = new("order-1-confirm"), PaymentId = new("pi_1") });
        return Assert.IsType<Decline>(outcome.Refusal);
    }
}
