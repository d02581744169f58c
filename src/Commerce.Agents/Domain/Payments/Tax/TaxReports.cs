namespace Commerce.Agents.Domain.Payments;

/// <summary>Adds up what was calculated. A pure function.</summary>
public static class TaxReports
{
    /// <summary>Adds up calculations and credit notes of one place and period.</summary>
    /// <param name="calculations">The orders' tax.</param>
    /// <param name="credits">The credit notes.</param>
    /// <returns>The sums, by currency, rule and rate.</returns>
    public static IReadOnlyList<TaxReportRow> Sum(IReadOnlyCollection<TaxCalculation> calculations, IReadOnlyCollection<TaxCredit> credits)
    {
        ArgumentNullException.ThrowIfNull(calculations);
        ArgumentNullException.ThrowIfNull(credits);
        var sold = calculations.SelectMany(static calculation => calculation.Lines.Select(line => (calculation.Treatment, Line: line, IsCredit: false)));
        var taken = credits.SelectMany(static credit => credit.Lines.Select(line => (credit.Treatment, Line: line, IsCredit: true)));
        return [.. sold.Concat(taken)
            .GroupBy(static entry => (entry.Line.Base.Currency, entry.Treatment, entry.Line.Rate))
            .OrderBy(static group => group.Key.Currency.Code, StringComparer.Ordinal).ThenBy(static group => group.Key.Treatment).ThenByDescending(static group => group.Key.Rate)
            .Select(static group => group.Aggregate(
                new TaxReportRow(
                    group.Key.Treatment, group.Key.Rate, Money.Zero(group.Key.Currency), Money.Zero(group.Key.Currency), Money.Zero(group.Key.Currency), Money.Zero(group.Key.Currency)),
                static (row, entry) => entry.IsCredit
                    ? row with { CreditedBase = row.CreditedBase + entry.Line.Base, CreditedTax = row.CreditedTax + entry.Line.Tax }
                    : row with { Base = row.Base + entry.Line.Base, Tax = row.Tax + entry.Line.Tax }))];
    }
}
