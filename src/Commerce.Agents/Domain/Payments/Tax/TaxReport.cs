namespace Commerce.Agents.Domain.Payments;

/// <summary>The tax of a period at one place: sums of what was calculated and of credit notes.</summary>
/// <param name="Seller">The seller.</param>
/// <param name="Jurisdiction">The place: <c>DE</c>, <c>US-CA</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Calculations">How many orders are in it.</param>
/// <param name="CreditNotes">How many credit notes.</param>
/// <param name="Rows">The sums, by currency, rule and rate.</param>
public sealed record TaxReport(
    string Seller, string Jurisdiction, DateOnly From, DateOnly To, int Calculations, int CreditNotes, IReadOnlyList<TaxReportRow> Rows);
