using System.Text.Json;
using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

/// <summary>Reads UPS's error bodies and says what they mean. Source: UPS FAQ of error codes, OpenAPI files.</summary>
internal static class UpsErrors
{
    internal const string AlreadyVoid = "190118";

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(body, UpsTrackJson.Default.UpsErrorBody);
            var error = (parsed?.Response?.Errors ?? parsed?.Errors) is [var first, ..] ? first : null;
            return error is null ? default : new VendorError(error.Code, error.Message, null, KindOf(error.Code));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Tells whether a code judges the content of a shipment, so that the answer is an expected "no".</summary>
    /// <remarks>Codes of six digits from 11 to 12 belong to rating and shipping, 19 to void, 30 to label recovery.</remarks>
    internal static bool IsRefusal(VendorAnswer answer) =>
        answer.Status == 400 && answer.Error.Code is { Length: 6 } code && code[..2] is "11" or "12" or "19" or "30";

    /// <summary>Tells whether a code judges a collection: codes 95 are the Pickup API's.</summary>
    internal static bool IsPickupRefusal(VendorAnswer answer) => answer.Status == 400 && answer.Error.Code is { Length: 7 } code && code.StartsWith("95", StringComparison.Ordinal);

    /// <summary>Tells whether a code judges a paper: codes 959 are the Paperless API's; 9590018 says that the account may not use it.</summary>
    internal static bool IsPaperRefusal(VendorAnswer answer) => IsPickupRefusal(answer) && answer.Error.Code != "9590018";

    private static CommerceErrorKind? KindOf(string? code) => code switch
    {
        "250002" or "250003" or "251004" or "UJ0001" => CommerceErrorKind.Unauthorized,
        "20001" => CommerceErrorKind.Unavailable,
        "9590018" => CommerceErrorKind.Forbidden,
        _ => null,
    };
}
