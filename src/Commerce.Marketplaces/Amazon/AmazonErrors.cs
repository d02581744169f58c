using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Reads Amazon's error bodies: that of the API and that of the token service. Source: SP-API models, ErrorList.</summary>
internal static class AmazonErrors
{
    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(body, AmazonJson.Default.AmazonErrorBody);
            if (parsed?.Errors is not [{ } first, ..])
            {
                return new VendorError(parsed?.Error, parsed?.ErrorDescription);
            }

            var message = string.IsNullOrWhiteSpace(first.Details) || first.Details == first.Message ? first.Message : $"{first.Message} ({first.Details})";
            return new VendorError(first.Code, message, Kind: IsStaleToken(status, first) ? CommerceErrorKind.Unauthorized : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>Tells whether the answer judges what was asked, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => answer.Status is 400 or 404 or 409 && answer.Error.Message is not null;

    // Amazon refuses an expired token with 403, the status of a missing role; only the words differ.
    private static bool IsStaleToken(int status, AmazonErrorEntry error) => status == 403
        && error.Code == "Unauthorized" && error.Details?.Contains("token", StringComparison.OrdinalIgnoreCase) == true;
}
