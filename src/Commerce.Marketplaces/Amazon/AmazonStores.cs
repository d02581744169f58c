using System.Collections.Frozen;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Amazon's stores: key, country, currency. Source: SP-API, marketplace ids; the currencies are those that a store sells in.</summary>
internal static class AmazonStores
{
    private static readonly FrozenDictionary<string, (string Country, Currency Currency)> Stores = Read(
        """
        A13V1IB3VIYZZH FR EUR
        A1PA6795UKMFR9 DE EUR
        A1RKKUPIHCS9HS ES EUR
        APJ6JRA9NG5V4 IT EUR
        A1F83G8C2ARO7P GB GBP
        A1805IZSGTT6HS NL EUR
        AMEN7PMS3EDWL BE EUR
        A2NODRKZP88ZB9 SE SEK
        A1C3SOZRARQ6R3 PL PLN
        A28R8C7NBKEWEA IE EUR
        A33AVAJ2PDY3EV TR TRY
        A2VIGQ35RCS4UG AE AED
        A17E79C6D8DWNP SA SAR
        ARBP9OOSHTCHU EG EGP
        AE08WJ6YKNBMC ZA ZAR
        A21TJRUUN4KGV IN INR
        ATVPDKIKX0DER US USD
        A2EUQ1WTGCTBG2 CA CAD
        A1AM78C64UM0Y8 MX MXN
        A2Q3Y263D00KWC BR BRL
        A1VC38T7YXB528 JP JPY
        A39IBJ37TRP1C6 AU AUD
        A19VAU5U5O7RUS SG SGD
        """);

    internal static IEnumerable<string> Ids => Stores.Keys;

    internal static (string Country, Currency Currency)? Find(string? id) => id is not null && Stores.TryGetValue(id, out var store) ? store : null;

    private static FrozenDictionary<string, (string Country, Currency Currency)> Read(string table) => table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static line => line.Split(' '))
        .ToFrozenDictionary(static parts => parts[0], static parts => (parts[1], Currency.Parse(parts[2])), StringComparer.Ordinal);
}
