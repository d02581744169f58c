using System.Globalization;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>
/// Where a list that is sorted by its last change goes on. Page numbers alone lose entries: one that changes meanwhile moves to the end, and the
/// first of the next page moves up unseen. So the next page starts at the time of the last entry, without those already seen at that time.
/// </summary>
/// <param name="Since">The change from which on is asked; absent for all.</param>
/// <param name="Page">The page from there on, from 1 on; above 1 only when more than a page of entries changed at one time, or nothing is sorted.</param>
/// <param name="IsSorted">Whether the vendor sorts.</param>
/// <param name="Seen">The keys of the entries that changed exactly then and were listed before.</param>
internal sealed record CdiscountCursor(DateTimeOffset? Since, int Page, bool IsSorted, IReadOnlyList<string> Seen)
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    internal static CdiscountCursor Read(ContinuationToken? token, DateTimeOffset? since)
    {
        if (token is null)
        {
            return new CdiscountCursor(since, 1, IsSorted: true, []);
        }

        DateTimeOffset at = default;
        return token.Value.Value.Split('|') is [var mode, var time, var page, var seen]
            && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && (time.Length == 0 || DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
                ? new CdiscountCursor(time.Length == 0 ? null : at, number, mode == "s", seen.Length == 0 ? [] : seen.Split(','))
                : throw new ArgumentException("The token is none of this list: start from the beginning, or give the token of the page before.", nameof(token));
    }

    internal static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    internal bool HasSeen(string key) => Seen.Contains(Escape(key));

    /// <summary>Gives the place after a full page.</summary>
    internal CdiscountCursor After(IReadOnlyList<(string Key, DateTimeOffset? At)> entries)
    {
        var last = entries[^1].At;
        var isSorted = IsSorted && last is not null
            && entries.All(static entry => entry.At is not null) && entries.Zip(entries.Skip(1)).All(static pair => pair.First.At <= pair.Second.At);
        return !isSorted ? this with { Page = Page + 1, IsSorted = false }
            : last <= Since ? this with { Page = Page + 1 }
            : new CdiscountCursor(last, 1, IsSorted: true, [.. entries.Where(entry => entry.At == last).Select(static entry => Escape(entry.Key))]);
    }

    internal ContinuationToken ToToken() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{(IsSorted ? 's' : 'u')}|{Time(Since)}|{Page}|{string.Join(',', Seen)}"));

    private static string Escape(string key) => Uri.EscapeDataString(key);
}
