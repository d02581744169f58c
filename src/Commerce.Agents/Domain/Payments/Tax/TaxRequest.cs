namespace Commerce.Agents.Domain.Payments;

/// <summary>A sale, with all that decides on its tax.</summary>
public sealed record TaxRequest
{
    /// <summary>Gets the sale.</summary>
    public required CalculateTax Sale { get; init; }

    /// <summary>Gets the day of supply.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets the seller's country.</summary>
    public required CountryCode SellerCountry { get; init; }

    /// <summary>Gets what was found out about the buyer's VAT number; nothing when nobody asked.</summary>
    public VatNumberCheck? VatNumber { get; init; }

    /// <summary>Gets the buyer's exemptions, of any place and time.</summary>
    public IReadOnlyList<TaxExemption> Exemptions { get; init; } = [];

    /// <summary>Gets what one unit of the sale's currency is worth in euros; not needed for sales within a country.</summary>
    public decimal? EuroRate { get; init; }

    /// <summary>Gets the euros, without tax, of the seller's other sales to consumers in other member states in the calendar year.</summary>
    public decimal DistanceSales { get; init; }

    /// <summary>Gets those of the calendar year before.</summary>
    public decimal DistanceSalesLastYear { get; init; }
}
