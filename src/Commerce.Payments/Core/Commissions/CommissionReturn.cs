namespace Commerce.Payments.Commissions;

/// <summary>How a refund of a line is shared: <c>Refund = Commission + Fees + Tax + Net</c>, to the cent.</summary>
/// <param name="Refund">What the buyer gets back.</param>
/// <param name="Commission">The commission that the platform gives back, without tax.</param>
/// <param name="Fees">The fees that the platform gives back, without tax; zero unless the schedule returns them.</param>
/// <param name="Tax">The tax that the platform gives back.</param>
public sealed record CommissionReturn(Money Refund, Money Commission, Money Fees, Money Tax)
{
    /// <summary>Gets what the platform gives back, tax included.</summary>
    public Money Kept => Commission + Fees + Tax;

    /// <summary>Gets what the merchant gives back.</summary>
    public Money Net => Refund - Kept;
}
