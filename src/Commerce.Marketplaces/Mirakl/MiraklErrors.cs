using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Reads Mirakl's error bodies. Source: Mirakl seller API, error format; OR21 error codes.</summary>
internal static class MiraklErrors
{
    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(body, MiraklJson.Default.MiraklErrorBody);
            return parsed?.Errors is [{ } first, ..]
                ? new VendorError(first.Code, first.Message, first.Field)
                : new VendorError(null, parsed?.Message);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Tells whether the answer judges the order's state or content, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => answer.Status is 400 or 404 && answer.Error.Message is not null;
}
