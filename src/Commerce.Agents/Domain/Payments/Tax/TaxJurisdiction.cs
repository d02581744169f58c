namespace Commerce.Agents.Domain.Payments;

/// <summary>The tax rates of a country or of one of its states, for a time.</summary>
public sealed record TaxJurisdiction
{
    /// <summary>Gets the country.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>Gets the state, as addresses write it: <c>CA</c>; the whole country when not given.</summary>
    public string? State { get; init; }

    /// <summary>Gets the rates as fractions, 0.20 for 20 %. A class that is missing is not sold there; <see cref="TaxClass.Zero"/> needs no entry.</summary>
    public required IReadOnlyDictionary<TaxClass, decimal> Rates { get; init; }

    /// <summary>Gets the first day on which they are valid.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Gets the last day on which they are valid; open when not given.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Gets the code: <c>DE</c>, <c>US-CA</c>.</summary>
    public string Code => CodeOf(Country, State);

    /// <summary>Tells whether the rates are valid on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>Whether they are.</returns>
    public bool IsValidOn(DateOnly date) => ValidFrom <= date && !(ValidUntil < date);

    /// <summary>Finds a rate.</summary>
    /// <param name="taxClass">The class.</param>
    /// <returns>The rate as a fraction; <see langword="null"/> where none is known: never zero by mistake.</returns>
    public decimal? RateOf(TaxClass taxClass) => Rates.TryGetValue(taxClass, out var rate) ? rate : taxClass == TaxClass.Zero ? 0 : null;

    internal static string CodeOf(CountryCode country, string? state) =>
        string.IsNullOrWhiteSpace(state) ? country.Value : $"{country}-{state.Trim().ToUpperInvariant()}";
}
