using System.Text.Json;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Keeps each entry's own JSON, cut out of the page as it was received.</summary>
internal static class BackMarketRaw
{
    internal static IReadOnlyList<T> Attach<T>(IReadOnlyList<T> entries, ReadOnlyMemory<byte> body, Func<T, string, T> with)
    {
        using var document = JsonDocument.Parse(body);
        var raw = document.RootElement.GetProperty("results");
        return [.. entries.Select((entry, index) => with(entry, raw[index].GetRawText()))];
    }
}
