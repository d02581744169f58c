namespace Commerce.Payments.Commissions;

/// <summary>What the platform keeps of a sale, line by line. Totals are sums of rounded lines.</summary>
/// <param name="Lines">The lines, at least one.</param>
public sealed record CommissionStatement(IReadOnlyList<LineCommission> Lines)
{
    /// <summary>Gets what the buyer paid.</summary>
    public Money Gross => Sum(static line => line.Gross);

    /// <summary>Gets the commission, without tax.</summary>
    public Money Commission => Sum(static line => line.Commission);

    /// <summary>Gets the fees, without tax.</summary>
    public Money Fees => Sum(static line => line.Fees);

    /// <summary>Gets the tax on commission and fees.</summary>
    public Money Tax => Sum(static line => line.CommissionTax + line.FeesTax);

    /// <summary>Gets what the platform keeps, tax included: the application fee of a gateway.</summary>
    public Money Kept => Sum(static line => line.Kept);

    /// <summary>Gets what the merchant gets.</summary>
    public Money Net => Sum(static line => line.Net);

    private Money Sum(Func<LineCommission, Money> part) => Lines.Select(part).Aggregate(static (left, right) => left + right);
}
