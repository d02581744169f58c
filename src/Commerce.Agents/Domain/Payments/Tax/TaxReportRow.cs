namespace Commerce.Agents.Domain.Payments;

/// <summary>The sums of one currency, rule and rate.</summary>
/// <param name="Treatment">By which rule the sales were taxed.</param>
/// <param name="Rate">The rate as a fraction.</param>
/// <param name="Base">What was taxed.</param>
/// <param name="Tax">Its tax.</param>
/// <param name="CreditedBase">What credit notes took back.</param>
/// <param name="CreditedTax">Its tax.</param>
public sealed record TaxReportRow(TaxTreatment Treatment, decimal Rate, Money Base, Money Tax, Money CreditedBase, Money CreditedTax)
{
    /// <summary>Gets the tax that is due; below zero when more was taken back than sold.</summary>
    public Money Due => Tax - CreditedTax;
}
