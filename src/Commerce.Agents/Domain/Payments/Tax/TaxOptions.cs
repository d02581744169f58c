namespace Commerce.Agents.Domain.Payments;

/// <summary>How tax is calculated.</summary>
public sealed class TaxOptions
{
    /// <summary>The seller whose sales are counted when a message names none.</summary>
    public const string DefaultSeller = "default";

    /// <summary>Gets or sets the country of a seller when a message names none.</summary>
    /// <value>The default is France.</value>
    public CountryCode SellerCountry { get; set; } = CountryCode.France;

    /// <summary>
    /// Gets the rates; of several that are valid on a day the youngest counts. Seeded with standard rates of VAT (public rates, checked for 2025);
    /// add reduced rates and what changes.
    /// </summary>
    public IList<TaxJurisdiction> Jurisdictions { get; } =
    [
        Standard("AT", 0.20m, 1984, 1, 1),
        Standard("BE", 0.21m, 1996, 1, 1),
        Standard("DE", 0.19m, 2021, 1, 1),
        Standard("ES", 0.21m, 2012, 9, 1),
        Standard("FR", 0.20m, 2014, 1, 1),
        Standard("GB", 0.20m, 2011, 1, 4),
        Standard("IT", 0.22m, 2013, 10, 1),
        Standard("LU", 0.17m, 2024, 1, 1),
        Standard("NL", 0.21m, 2012, 10, 1),
        Standard("PT", 0.23m, 2011, 1, 1),
    ];

    /// <summary>Gets the countries in which no tax is collected, unless they are in <see cref="Jurisdictions"/>.</summary>
    /// <value>The default is the United States.</value>
    public ISet<CountryCode> UntaxedCountries { get; } = new HashSet<CountryCode> { CountryCode.UnitedStates };

    /// <summary>Gets or sets the euros, without tax, of a year's sales to consumers in other member states up to which the seller's own rates apply.</summary>
    /// <value>The default is 10 000 (directive 2006/112/EC, article 59c); 0 or more. 0 for sellers who chose the rates of the destination.</value>
    public decimal DistanceSalesLimit { get; set; } = 10_000;

    /// <summary>Gets or sets a value indicating whether a VAT number whose form alone was checked is enough for reverse charge.</summary>
    /// <value>The default is false: without a real look-up, tax is charged.</value>
    public bool IsVatFormatEnough { get; set; }

    internal IEnumerable<string> Mistakes()
    {
        if (SellerCountry == default)
        {
            yield return "Tax.SellerCountry is empty: give the seller's country.";
        }

        if (DistanceSalesLimit < 0)
        {
            yield return $"Tax.DistanceSalesLimit is {DistanceSalesLimit}: give 0 or more.";
        }

        foreach (var jurisdiction in Jurisdictions)
        {
            if (jurisdiction.Country == default)
            {
                yield return "Tax.Jurisdictions has one without a country: give it.";
            }

            foreach (var (taxClass, rate) in jurisdiction.Rates.Where(static rate => rate.Value is < 0 or >= 1))
            {
                yield return $"Tax.Jurisdictions has {rate} as the {taxClass} rate of {jurisdiction.Code}: give a fraction, 0 to below 1.";
            }

            if (jurisdiction.ValidUntil < jurisdiction.ValidFrom)
            {
                yield return $"Tax.Jurisdictions has {jurisdiction.Code} valid until {jurisdiction.ValidUntil:O}, before {jurisdiction.ValidFrom:O}: turn them round.";
            }
        }
    }

    private static TaxJurisdiction Standard(string country, decimal rate, int year, int month, int day) => new()
    {
        Country = CountryCode.Parse(country),
        Rates = new Dictionary<TaxClass, decimal> { [TaxClass.Standard] = rate },
        ValidFrom = new DateOnly(year, month, day),
    };
}
