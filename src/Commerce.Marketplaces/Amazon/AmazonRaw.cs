using System.Text.Json;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Keeps each entry's own JSON, cut out of the page as it was received.</summary>
internal static class AmazonRaw
{
    internal static IReadOnlyList<string> Of(ReadOnlyMemory<byte> body, string list)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(static entry => entry.GetRawText())];
    }
}
