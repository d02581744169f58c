using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

/// <summary>
/// Reads eBay's error bodies: the envelope of the REST APIs, the two of Post-Order, and that of the token endpoint. Source: eBay, error
/// handling of the REST APIs; the lists of errors of each call.
/// </summary>
internal static class EbayErrors
{
    internal const string ExpiredToken = "1001";
    internal const string FutureDate = "30850";
    internal const string OfferGone = "25713";

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(body, EbayJson.Default.EbayErrorBody);
            if ((parsed?.Errors ?? parsed?.ErrorMessage?.Error) is [{ } error, ..])
            {
                return Of(error);
            }

            return parsed?.Error is not { } other
                ? default
                : other.ValueKind == JsonValueKind.String
                    ? new VendorError(other.GetString(), parsed.ErrorDescription)
                    : other.ValueKind == JsonValueKind.Array && other.Deserialize(EbayJson.Default.IReadOnlyListEbayError) is [{ } first, ..] ? Of(first) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    internal static VendorError Of(EbayError error) => new(
        error.ErrorId,
        error.LongMessage is { Length: > 0 } text ? text : error.Message,
        (error.Parameters ?? error.Parameter) is [{ Name: { Length: > 0 } name }, ..] ? name : null,
        error.ErrorId switch
        {
            ExpiredToken => CommerceErrorKind.Unauthorized,
            "1100" => CommerceErrorKind.Forbidden,
            "2001" => CommerceErrorKind.Throttled,
            _ => null,
        });

    /// <summary>Tells whether the answer judges what was asked for, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) =>
        answer.Status is 400 or 404 or 409 or 412 or 422 && answer.Error is { Message: not null, Kind: null };

    internal static RefusalCode CodeOf(int status, string? errorId) => errorId switch
    {
        "34915" or "34924" => RefusalCode.AmountExceeded,
        "34917" or "195021" => RefusalCode.Duplicate,
        "34920" => RefusalCode.WindowExpired,
        "34922" or "25025" => RefusalCode.Conflict,
        "34929" => RefusalCode.InvalidTransition,
        "34916" or "34918" or "34930" => RefusalCode.PolicyViolation,
        "34913" or "32100" or OfferGone or "25702" or "25710" => RefusalCode.NotFound,
        "32200" or "32210" or "32300" or "32500" or "32600" or "355013" or "355018" or "195003" => RefusalCode.Validation,
        _ when status == 404 => RefusalCode.NotFound,
        _ => RefusalCode.ExternalRejected,
    };

    internal static Refusal Refusal(VendorAnswer answer) => answer.Refusal(CodeOf(answer.Status, answer.Error.Code));

    /// <summary>Makes the refusal of one item out of its own errors.</summary>
    internal static Refusal Refusal(int? status, IReadOnlyList<EbayError>? errors)
    {
        var error = errors is [{ } first, ..] ? Of(first) : default;
        return new Refusal(CodeOf(status ?? 400, error.Code), $"ebay refused: {error.Message ?? $"no reason given (status {status})"}")
        {
            VendorCode = error.Code,
            Field = error.Field,
        };
    }

    // A quota of the day is not given back within a call's time, so a 429 without a time is not repeated.
    internal static bool? ShouldRetry(HttpResponseMessage response) =>
        response.StatusCode == System.Net.HttpStatusCode.TooManyRequests && response.Headers.RetryAfter is null ? false : null;
}
