namespace Commerce.Agents.Domain.Payments;

/// <summary>Asks for the tax of a period at one place. Answered by <see cref="TaxReportAnswer"/>.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Jurisdiction">The place: <c>DE</c>, <c>US-CA</c>.</param>
public sealed record ReportTax(DateOnly From, DateOnly To, string Jurisdiction) : IMessage
{
    /// <summary>Gets the seller whose sales are counted together.</summary>
    public string Seller { get; init; } = TaxOptions.DefaultSeller;
}
