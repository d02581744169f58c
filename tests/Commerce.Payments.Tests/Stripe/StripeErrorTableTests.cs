using Xunit;

namespace Commerce.Payments.Tests.Stripe;

/// <summary>Error codes that are no declines: a refusal where the caller can act, a failure of the right kind elsewhere.</summary>
public sealed class StripeErrorTableTests
{
    [Theory]
    [InlineData("amount_too_small", null, "Validation", "Amount")]
    [InlineData("amount_too_large", null, "Validation", "Amount")]
    [InlineData("invalid_charge_amount", null, "Validation", "Amount")]
    [InlineData("parameter_invalid_integer", "amount", "Validation", "Amount")]
    [InlineData(null, "amount", "Validation", "Amount")]
    [InlineData("balance_insufficient", null, "AmountExceeded", "Amount")]
    [InlineData("insufficient_funds", null, "AmountExceeded", "Amount")]
    [InlineData("charge_exceeds_source_limit", null, "PolicyViolation", "Amount")]
    [InlineData("charge_exceeds_transaction_limit", null, "PolicyViolation", "Amount")]
    [InlineData("payouts_limit_exceeded", null, "PolicyViolation", "Amount")]
    [InlineData("instant_payouts_limit_exceeded", null, "PolicyViolation", "Amount")]
    [InlineData("payment_intent_unexpected_state", null, "InvalidTransition", null)]
    [InlineData("intent_invalid_state", null, "InvalidTransition", null)]
    [InlineData("setup_intent_unexpected_state", null, "InvalidTransition", null)]
    [InlineData("payment_method_unexpected_state", null, "InvalidTransition", null)]
    [InlineData("status_transition_invalid", null, "InvalidTransition", null)]
    [InlineData("charge_already_captured", null, "InvalidTransition", null)]
    [InlineData("charge_expired_for_capture", null, "InvalidTransition", null)]
    [InlineData("capture_charge_authorization_expired", null, "InvalidTransition", null)]
    [InlineData("capture_unauthorized_payment", null, "InvalidTransition", null)]
    [InlineData("charge_disputed", null, "InvalidTransition", null)]
    [InlineData("charge_not_refundable", null, "InvalidTransition", null)]
    [InlineData("refund_disputed_payment", null, "InvalidTransition", null)]
    [InlineData("payout_reconciliation_not_ready", null, "InvalidTransition", null)]
    [InlineData("charge_already_refunded", null, "AmountExceeded", "Amount")]
    [InlineData("payment_intent_incompatible_payment_method", "payment_method", "Validation", "Method")]
    [InlineData("payment_method_invalid_parameter", "payment_method_data", "Validation", "Method")]
    [InlineData("token_already_used", null, "Validation", "Method")]
    [InlineData("token_in_use", null, "Conflict", "Method")]
    [InlineData("payment_method_unactivated", null, "NotSupported", "Method")]
    [InlineData("payment_method_unsupported_type", null, "NotSupported", "Method")]
    [InlineData("payment_method_currency_mismatch", null, "NotSupported", "Method")]
    [InlineData("application_fees_not_allowed", "application_fee_amount", "PolicyViolation", "Commission")]
    [InlineData("account_invalid", "transfer_data[destination]", "NotFound", "Seller")]
    [InlineData("transfers_not_allowed", "transfer_data[destination]", "PolicyViolation", "Seller")]
    [InlineData("insufficient_capabilities_for_transfer", "transfer_data[destination]", "PolicyViolation", "Seller")]
    [InlineData("payouts_not_allowed", null, "PolicyViolation", null)]
    [InlineData("not_allowed_on_standard_account", null, "NotSupported", null)]
    [InlineData("instant_payouts_unsupported", null, "NotSupported", null)]
    [InlineData("instant_payouts_config_disabled", null, "NotSupported", null)]
    [InlineData("instant_payouts_currency_disabled", null, "NotSupported", null)]
    [InlineData("transfer_source_balance_parameters_mismatch", "source_transaction", "Validation", "Source")]
    [InlineData("account_country_invalid_address", "country", "Validation", "Country")]
    [InlineData("tax_id_invalid", "company[tax_id]", "Validation", "company[tax_id]")]
    [InlineData("routing_number_invalid", "external_account[routing_number]", "Validation", "external_account[routing_number]")]
    [InlineData("account_number_invalid", "external_account[account_number]", "Validation", "external_account[account_number]")]
    [InlineData("bank_account_unusable", "external_account", "Validation", "Token")]
    [InlineData("bank_account_declined", null, "ExternalRejected", null)]
    [InlineData("url_invalid", "return_url", "Validation", "ReturnUrl")]
    [InlineData("email_invalid", "email", "Validation", "Email")]
    [InlineData("postal_code_invalid", "shipping[address][postal_code]", "Validation", "shipping[address][postal_code]")]
    [InlineData("resource_already_exists", null, "Duplicate", null)]
    [InlineData("resource_missing", "customer", "NotFound", "Customer")]
    [InlineData(null, "application_fee_amount", "Validation", "Commission")]
    public async Task An_error_that_a_caller_can_do_something_about_is_refused(string? code, string? param, string refusal, string? field)
    {
        var outcome = await CreateAsync(400, Error(code, param));

        Assert.Equal((refusal, field), (outcome.Refusal?.Code.Value, outcome.Refusal?.Field));
        Assert.Equal((code ?? "invalid_request_error", "req_stub"), (outcome.Refusal?.VendorCode, outcome.Refusal?.RequestId));
    }

    [Theory]
    [InlineData(400, "parameter_missing", CommerceErrorKind.Invalid)]
    [InlineData(400, "parameter_unknown", CommerceErrorKind.Invalid)]
    [InlineData(400, "parameter_invalid_empty", CommerceErrorKind.Invalid)]
    [InlineData(400, "parameter_invalid_string_blank", CommerceErrorKind.Invalid)]
    [InlineData(400, "parameter_invalid_string_empty", CommerceErrorKind.Invalid)]
    [InlineData(400, "parameters_exclusive", CommerceErrorKind.Invalid)]
    [InlineData(400, "payment_intent_invalid_parameter", CommerceErrorKind.Invalid)]
    [InlineData(400, "livemode_mismatch", CommerceErrorKind.Invalid)]
    [InlineData(400, "account_token_required_for_v2_account", CommerceErrorKind.Invalid)]
    [InlineData(400, "tls_version_unsupported", CommerceErrorKind.Invalid)]
    [InlineData(400, "testmode_charges_only", CommerceErrorKind.Forbidden)]
    [InlineData(400, "platform_account_required", CommerceErrorKind.Forbidden)]
    [InlineData(403, "request_blocked", CommerceErrorKind.Forbidden)]
    [InlineData(400, "action_blocked", CommerceErrorKind.Forbidden)]
    [InlineData(401, "api_key_expired", CommerceErrorKind.Unauthorized)]
    [InlineData(401, "platform_api_key_expired", CommerceErrorKind.Unauthorized)]
    [InlineData(400, "secret_key_required", CommerceErrorKind.Unauthorized)]
    [InlineData(400, "rate_limit", CommerceErrorKind.Throttled)]
    [InlineData(429, "lock_timeout", CommerceErrorKind.Throttled)]
    [InlineData(400, "payment_intent_rate_limit_exceeded", CommerceErrorKind.Throttled)]
    [InlineData(409, "idempotency_key_in_use", CommerceErrorKind.Unavailable)]
    [InlineData(424, "anything", CommerceErrorKind.Unavailable)]
    [InlineData(500, "amount_too_small", CommerceErrorKind.Unavailable)]
    [InlineData(404, "url_invalid", CommerceErrorKind.NotFound)]
    public async Task Any_other_error_is_a_failure_of_its_kind(int status, string code, CommerceErrorKind kind)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => CreateAsync(status, Error(code, null)));

        Assert.Equal((kind, code, "req_stub", status), (failure.Kind, failure.VendorCode, failure.RequestId, failure.HttpStatus));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task A_seller_that_is_not_the_platforms_is_not_found(int status)
    {
        var outcome = await CreateAsync(status, Error("account_invalid", null));

        Assert.Equal(("NotFound", "Seller"), (outcome.Refusal?.Code.Value, outcome.Refusal?.Field));
    }

    [Fact]
    public async Task The_secret_of_a_payment_in_an_error_is_not_shown()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => CreateAsync(
            400, """{"error":{"type":"invalid_request_error","code":"parameter_unknown","payment_intent":{"id":"pi_1","client_secret":"pi_1_secret_hidden"}}}"""));

        Assert.DoesNotContain("secret_hidden", failure + failure.RawBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 JPY", "amount=5&currency=jpy&")]
    [InlineData("5 XPF", "amount=5&currency=xpf&")]
    [InlineData("5 ISK", "amount=500&currency=isk&")]
    [InlineData("5.12 KWD", "amount=5120&currency=kwd&")]
    [InlineData("1.20 OMR", "amount=1200&currency=omr&")]
    [InlineData("175.50 HUF", "amount=17550&currency=huf&")]
    [InlineData("20.30 TWD", "amount=2030&currency=twd&")]
    [InlineData("0.01 USD", "amount=1&currency=usd&")]
    public async Task An_amount_is_sent_in_Stripes_own_units(string amount, string sent)
    {
        await using var stripe = new StripeStub(_ => (400, Error("amount_too_small", "amount")));

        var outcome = await stripe.Client.CreatePaymentAsync(Order(amount));

        Assert.StartsWith("POST /v1/payment_intents " + sent, Assert.Single(stripe.Sent), StringComparison.Ordinal);
        Assert.Equal("amount_too_small", outcome.Refusal?.VendorCode);
    }

    [Theory]
    [InlineData("5 UGX")]
    [InlineData("5.124 KWD")]
    public async Task An_amount_that_Stripe_cannot_take_is_refused_before_anything_is_sent(string amount)
    {
        await using var stripe = new StripeStub(_ => (500, ""));

        var outcome = await stripe.Client.CreatePaymentAsync(Order(amount));

        Assert.Equal((RefusalCode.Validation, "Amount"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Empty(stripe.Sent);
    }

    private static CreatePaymentRequest Order(string amount) => new() { Key = new("order-1"), Amount = Money.Parse(amount) };

    private static string Error(string? code, string? param) =>
        $$"""{"error":{"type":"invalid_request_error","code":{{Quoted(code)}},"param":{{Quoted(param)}},"message":"No."} }""";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static async Task<Outcome<Payment>> CreateAsync(int status, string body)
    {
        await using var stripe = new StripeStub(_ => (status, body));
        return await stripe.Client.CreatePaymentAsync(Order("10 EUR"));
    }
}
