namespace Commerce.Payments.Commissions;

/// <summary>What the platform keeps of a line, and what the merchant gets. <c>Captured + Shipping = Commission + Fees + Tax + Net</c>, to the cent.</summary>
public sealed record LineCommission
{
    /// <summary>Gets the line's name in its order.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what was captured for the goods, taxes included.</summary>
    public required Money Captured { get; init; }

    /// <summary>Gets the shipping.</summary>
    public required Money Shipping { get; init; }

    /// <summary>Gets the rate that was used, as a fraction.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Gets the commission, without tax.</summary>
    public required Money Commission { get; init; }

    /// <summary>Gets the transaction fee and the line's part of the order fee, without tax.</summary>
    public required Money Fees { get; init; }

    /// <summary>Gets the tax on the commission.</summary>
    public required Money CommissionTax { get; init; }

    /// <summary>Gets the tax on the fees.</summary>
    public required Money FeesTax { get; init; }

    /// <summary>Gets what the buyer paid for the line: goods and shipping.</summary>
    public Money Gross => Captured + Shipping;

    /// <summary>Gets what the platform keeps, tax included.</summary>
    public Money Kept => Commission + Fees + CommissionTax + FeesTax;

    /// <summary>Gets what the merchant gets; below zero when fees are more than the line.</summary>
    public Money Net => Gross - Kept;
}
