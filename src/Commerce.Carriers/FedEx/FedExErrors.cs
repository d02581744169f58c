using System.Text.Json;
using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Reads FedEx's error bodies and says what they mean. Source: FedEx OpenAPI files, error codes.</summary>
internal static class FedExErrors
{
    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(body, FedExJson.Default.FedExErrorBody);
            var error = parsed?.Errors is [var first, ..] ? first : parsed?.Output?.CompleteTrackResults?
                .SelectMany(static result => result?.TrackResults ?? []).Select(static result => result?.Error).FirstOrDefault(static found => found is not null);
            return error is null ? default : new VendorError(error.Code, error.Message, null, KindOf(error.Code));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Tells whether FedEx judges the content of what was asked, so that the answer is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) =>
        answer.Status is 400 or 404 or 422 && answer.Error is { Code: { Length: > 0 } code, Kind: null } && code != "NOT.FOUND.ERROR";

    /// <summary>Tells whether FedEx says of a number or a reference that it knows nothing of it.</summary>
    internal static bool IsUnknownNumber(string? code) => code is "TRACKING.TRACKINGNUMBER.NOTFOUND" or "TRACKING.DATA.NOTFOUND"
        or "TRACKING.REFERENCENUMBER.NOTFOUND" or "TRACKING.TCN.NOTFOUND" or "NOT.FOUND.ERROR";

    private static CommerceErrorKind? KindOf(string? code) => code switch
    {
        "NOT.AUTHORIZED.ERROR" or "AUTHENTICATION.TOKEN.INVALID" or "LOGIN.REAUTHENTICATE.ERROR" => CommerceErrorKind.Unauthorized,
        "FORBIDDEN.ERROR" or "ACCOUNT.NUMBER.MISMATCH" or "ACCOUNTNUMBER.REGISTRATION.REQUIRED" or "UNAUTHORIZED.USAGE"
            or "SHIPMENT.USER.UNAUTHORIZED" => CommerceErrorKind.Forbidden,
        "INTERNAL.SERVER.ERROR" or "SERVICE.UNAVAILABLE.ERROR" => CommerceErrorKind.Unavailable,
        _ => null,
    };
}
