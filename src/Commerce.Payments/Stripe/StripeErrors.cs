using System.Text.Json;
using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Reads Stripe's error bodies and says what they mean. Source: Stripe API reference, Errors.</summary>
internal static class StripeErrors
{
    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        if (Parse(body) is not { } error)
        {
            return default;
        }

        var kind = error switch
        {
            { Type: "idempotency_error" } => CommerceErrorKind.Conflict,

            // Nothing is known of the first request with this key but that it runs: it may do what was asked.
            { Code: "idempotency_key_in_use" } => CommerceErrorKind.Unavailable,
            _ when status == 424 => CommerceErrorKind.Unavailable,
            { Type: "rate_limit_error" } or { Code: "rate_limit" or "lock_timeout" } => CommerceErrorKind.Throttled,
            _ => (CommerceErrorKind?)null,
        };
        return new VendorError(error.Code ?? error.Type, error.Message, error.Param, kind);
    }

    /// <summary>Says what Stripe says about repeating: its header first, then conflicts with a request that still runs.</summary>
    internal static bool? ShouldRetry(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Stripe-Should-Retry", out var values) && values.FirstOrDefault() is { } value)
        {
            return value == "true";
        }

        return response.StatusCode == System.Net.HttpStatusCode.Conflict ? true : null;
    }

    /// <summary>Tells that Stripe itself does not know the id: a 404 of anything before Stripe proves nothing.</summary>
    internal static bool SaysMissing(VendorAnswer answer) => answer.Status == 404 && Parse(answer.Body.Span) is { Code: "resource_missing" };

    /// <summary>Tells an expected "no" from a technical failure.</summary>
    internal static Refusal? RefusalOf(VendorAnswer answer, string? amountField)
    {
        var error = Parse(answer.Body.Span);
        if (error is null)
        {
            return null;
        }

        if (answer.Status == 402 || error.Type == "card_error")
        {
            return StripeDeclines.ToDecline(error, answer.RequestId);
        }

        return (answer.Status, error) switch
        {
            (404, { Code: "resource_missing" }) => answer.Refusal(RefusalCode.NotFound),
            (400, { Code: "payment_intent_unexpected_state" or "intent_invalid_state" or "charge_already_captured" or "charge_expired_for_capture"
                or "capture_charge_authorization_expired" or "refund_disputed_payment" or "charge_disputed" or "charge_not_refundable" }) =>
                answer.Refusal(RefusalCode.InvalidTransition),
            (400, { Code: "charge_already_refunded" }) => answer.Refusal(RefusalCode.AmountExceeded, "Amount"),
            (400, { Code: "amount_too_small" }) => answer.Refusal(RefusalCode.Validation, "Amount"),
            (400, { Code: "amount_too_large" }) when amountField is null => answer.Refusal(RefusalCode.Validation, "Amount"),
            (400, { Code: { } code }) when amountField is not null && error.Param == amountField && code.StartsWith("parameter_", StringComparison.Ordinal) =>
                answer.Refusal(RefusalCode.Validation, "Amount"),
            (400, _) when amountField is not null && error.Param == amountField => answer.Refusal(RefusalCode.AmountExceeded, "Amount"),
            _ => null,
        };
    }

    internal static StripeError? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, StripeJson.Default.StripeErrorBody)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
