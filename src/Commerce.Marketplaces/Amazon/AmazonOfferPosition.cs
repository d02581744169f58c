using System.Globalization;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Where a list of offers is: the store, the part of the SKUs, the date of creation from which on, how many it showed, and Amazon's own token.</summary>
internal sealed record AmazonOfferPosition(int Store, int Part, string? CreatedAfter = null, int Seen = 0, string? Token = null)
{
    private const char Separator = '|';

    internal static AmazonOfferPosition Of(ContinuationToken? token)
    {
        if (token is null)
        {
            return new AmazonOfferPosition(0, 0);
        }

        var parts = token.Value.Value.Split(Separator, 5);
        return parts.Length == 5 && Number(parts[0]) is { } store && Number(parts[1]) is { } part && Number(parts[3]) is { } seen
            ? new AmazonOfferPosition(store, part, Text(parts[2]), seen, Text(parts[4]))
            : throw new ArgumentException("The token is none of an offer list at Amazon: give one of Page.Next.", nameof(token));
    }

    internal ContinuationToken ToToken() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Store}{Separator}{Part}{Separator}{CreatedAfter}{Separator}{Seen}{Separator}{Token}"));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
