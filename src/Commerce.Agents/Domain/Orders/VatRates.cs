namespace Commerce.Agents.Domain.Orders;

/// <summary>Standard VAT rates by country of delivery. Source: public rates of 2025; dated, to be edited where they change.</summary>
internal static class VatRates
{
    private static readonly Dictionary<string, decimal> Rates = new(StringComparer.Ordinal)
    {
        ["FR"] = 0.20m, ["DE"] = 0.19m, ["BE"] = 0.21m, ["IT"] = 0.22m, ["ES"] = 0.21m,
        ["NL"] = 0.21m, ["PT"] = 0.23m, ["AT"] = 0.20m, ["LU"] = 0.17m, ["GB"] = 0.20m,
    };

    /// <summary>Finds a rate; <see langword="null"/> where none is known: never zero by mistake.</summary>
    internal static decimal? Of(CountryCode country) => Rates.TryGetValue(country.Value, out var rate) ? rate : null;
}
