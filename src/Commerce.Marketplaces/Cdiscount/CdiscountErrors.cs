using System.Text.Json;
using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Reads Octopia's three shapes of errors: problem details, the gateway's, and those of the token host.</summary>
internal static class CdiscountErrors
{
    private const int MaxMessage = 1000;

    internal static VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(body, CdiscountJson.Default.CdiscountProblem);
            var first = parsed?.Errors?.FirstOrDefault();
            var texts = string.Join(' ', (parsed?.Errors?.Values ?? []).SelectMany(static field => field ?? []).Where(static text => !string.IsNullOrWhiteSpace(text)));
            var message = Text(texts) ?? Text(parsed?.Detail) ?? Text(parsed?.ErrorDescription) ?? Text(parsed?.Message) ?? Text(parsed?.Title);
            return new VendorError(Text(parsed?.Error), message, Text(first?.Key));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return default;
        }
    }

    /// <summary>Tells whether the answer judges the order's state or content, so that it is an expected "no".</summary>
    internal static bool IsRefusal(VendorAnswer answer) => answer.Status is 400 or 404 or 409 or 422 && answer.Error.Message is not null;

    /// <summary>Makes the refusal of an answer for which <see cref="IsRefusal"/> holds.</summary>
    internal static Refusal Refused(VendorAnswer answer) => answer.Refusal(answer.Status switch
    {
        404 => RefusalCode.NotFound,
        409 => RefusalCode.InvalidTransition,
        _ => RefusalCode.ExternalRejected,
    });

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : WireText.Cut(text.Trim(), MaxMessage);
}
