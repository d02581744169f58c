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
            { Type: "rate_limit_error" } or { Code: "rate_limit" or "lock_timeout" or "payment_intent_rate_limit_exceeded" } => CommerceErrorKind.Throttled,
            { Code: "api_key_expired" or "platform_api_key_expired" or "secret_key_required" } => CommerceErrorKind.Unauthorized,
            { Code: "request_blocked" or "action_blocked" or "platform_account_required" or "testmode_charges_only" } => CommerceErrorKind.Forbidden,
            _ => (CommerceErrorKind?)null,
        };
        return new VendorError(error.Code ?? error.Type, error.Message, StripeRefusals.FieldOf(error.Param) ?? error.Param, kind);
    }

    /// <summary>Says what Stripe says about repeating: its header first, then conflicts with a request that still runs, then its limits.</summary>
    internal static bool? ShouldRetry(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Stripe-Should-Retry", out var values) && values.FirstOrDefault() is { } value)
        {
            return value == "true";
        }

        return (int)response.StatusCode switch
        {
            409 => true,

            // An exceeded rate needs more patience than a repetition has. Without a reason it is a lock on the object, soon gone.
            429 when response.Headers.Contains("Stripe-Rate-Limited-Reason") && response.Headers.RetryAfter is null => false,
            _ => null,
        };
    }

    /// <summary>Tells that Stripe itself does not know the id: a 404 of anything before Stripe proves nothing.</summary>
    internal static bool SaysMissing(VendorAnswer answer) => answer.Status == 404 && Parse(answer.Body.Span) is { Code: "resource_missing" };

    /// <summary>Tells a "no" to which Stripe gives no code, or one that says nothing.</summary>
    internal static bool TellsNoReason(VendorAnswer answer) =>
        answer.Status == 400 && Parse(answer.Body.Span) is { Type: "invalid_request_error", Code: null or "payment_intent_invalid_parameter" };

    /// <summary>Tells an expected "no" from a technical failure.</summary>
    internal static Refusal? RefusalOf(VendorAnswer answer, string? amountField)
    {
        var error = Parse(answer.Body.Span);
        if (error is null || answer.Status is < 400 or >= 500)
        {
            return null;
        }

        if (StripeDeclines.IsDecline(error))
        {
            return StripeDeclines.ToDecline(error, answer.RequestId);
        }

        // Stripe does not tell an account that is not the platform's from one that does not exist.
        if (error.Code == "account_invalid")
        {
            return answer.Refusal(RefusalCode.NotFound, StripeRefusals.FieldOf(error.Param) ?? "Seller");
        }

        if (answer.Status is not (400 or 402 or 404 or 409))
        {
            return null;
        }

        if (error.Code is { } code && StripeRefusals.Find(code) is { } refusal && (answer.Status != 404 || code == "resource_missing"))
        {
            return code == "amount_too_large" && amountField is not null
                ? answer.Refusal(RefusalCode.AmountExceeded, "Amount")
                : answer.Refusal(refusal.Code, refusal.Field);
        }

        // Where the code tells nothing, what is known of the parameter may.
        return answer.Status == 400 && OfParameter(error, amountField) is { } known
            ? answer.Refusal(known)
            : answer.Status == 402 ? StripeDeclines.ToDecline(error, answer.RequestId) : null;
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

    private static RefusalCode? OfParameter(StripeError error, string? amountField) => error switch
    {
        // A parameter that Stripe does not know, or misses, is a mistake of the client. A value that it does not take is the caller's.
        { Code: "parameter_unknown" or "parameter_missing" } => null,

        // Only a hold that was granted several captures takes it.
        { Param: "final_capture" } => RefusalCode.NotSupported,
        { Param: { } name } when name == amountField && error.Code?.StartsWith("parameter_", StringComparison.Ordinal) != true => RefusalCode.AmountExceeded,
        _ => StripeRefusals.FieldOf(error.Param) is null ? null : RefusalCode.Validation,
    };
}
