using Commerce.Http;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Maps a list, and keeps each entry's own JSON, cut out of the page as it was received.</summary>
internal static class RefurbedRaw
{
    /// <summary>Maps the entries of a page.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="list">The list's name on the wire.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="map">Makes our entry; null leaves it out.</param>
    /// <param name="with">Attaches the JSON; null when it is not wanted.</param>
    internal static IReadOnlyList<T> Map<TWire, T>(
        VendorAnswer answer, string list, IReadOnlyList<TWire?>? entries, Func<TWire, T?> map, Func<T, string, T>? with)
        where TWire : class
        where T : class
    {
        var mapped = answer.Map(entries ?? [], all => (IReadOnlyList<T?>)[.. all.Select(entry => map(entry ?? throw new FormatException(list)))]);
        if (with is not null)
        {
            mapped = answer.WithRaw(list, mapped, (entry, raw) => entry is null ? null : with(entry, raw));
        }

        return [.. mapped.OfType<T>()];
    }
}
