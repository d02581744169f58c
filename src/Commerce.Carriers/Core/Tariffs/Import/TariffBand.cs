using System.Text.RegularExpressions;

namespace Commerce.Carriers.Tariffs;

/// <summary>A weight band that is a column.</summary>
/// <param name="Column">The column, from 0.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal sealed partial record TariffBand(int Column, Weight From, Weight To)
{
    internal static IReadOnlyList<TariffBand> ReadAll(IReadOnlyList<string> headings, TariffMapping mapping)
    {
        var bands = new List<TariffBand>();
        for (var i = 0; i < headings.Count; i++)
        {
            if (Read(headings[i], mapping, bands.Count == 0 ? default : bands[^1].To) is ({ } from, { } to))
            {
                bands.Add(new TariffBand(i, from, to));
            }
        }

        return bands;
    }

    private static (Weight? From, Weight? To) Read(string heading, TariffMapping mapping, Weight before)
    {
        var match = Form().Match(heading);
        if (!match.Success || !TariffText.TryWeight(match.Groups["to"].Value, mapping, out var to))
        {
            return (null, null);
        }

        var from = before;
        return !match.Groups["from"].Success || TariffText.TryWeight(match.Groups["from"].Value, mapping, out from) ? (from, to) : (null, null);
    }

    [GeneratedRegex(@"^(?:(?<from>[0-9]+(?:[.,][0-9]+)?)\s*(?:kg|g)?\s*(?:-|–|—|to|à)|≤|<=|<)\s*(?<to>[0-9]+(?:[.,][0-9]+)?)\s*(?:kg|g)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
