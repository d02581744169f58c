using System.Globalization;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Where a list of orders is: its time span, which Amazon wants to hear again with every page, and Amazon's own token.</summary>
internal sealed record AmazonOrderPosition(bool ByChange, DateTimeOffset Since, DateTimeOffset? Until, string? Token)
{
    private const char Separator = '|';

    internal static AmazonOrderPosition Of(OrderQuery query, ContinuationToken? from, DateTimeOffset now, TimeSpan oldest, TimeSpan newestEnd)
    {
        if (from is { } token)
        {
            return Parse(token.Value);
        }

        var byChange = query.ChangedSince is not null || (query.ChangedUntil is not null && query.CreatedSince is null && query.CreatedUntil is null);
        var until = byChange ? query.ChangedUntil : query.CreatedUntil;
        return new AmazonOrderPosition(
            byChange,
            (byChange ? query.ChangedSince : query.CreatedSince) ?? now - oldest,

            // A later end is no end: what is newer is left out on this side.
            until > now - newestEnd ? null : until,
            null);
    }

    internal ContinuationToken? Next(string? token) => string.IsNullOrEmpty(token)
        ? null
        : new ContinuationToken(string.Join(Separator, ByChange ? "u" : "c", Text(Since), Until is null ? "" : Text(Until.Value), token));

    private static AmazonOrderPosition Parse(string text)
    {
        var parts = text.Split(Separator, 4);
        return parts.Length == 4 && Time(parts[1]) is { } since
            ? new AmazonOrderPosition(parts[0] == "u", since, Time(parts[2]), parts[3])
            : throw new ArgumentException("The token is none of an order list at Amazon: give one of Page.Next.", nameof(text));
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
