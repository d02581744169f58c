namespace Commerce.Payments.Accounting;

/// <summary>What the ledger knows of one payment: nothing refunded that was not captured, nothing captured that was not authorised.</summary>
/// <param name="Authorized">What the buyer's bank agreed to, in all.</param>
/// <param name="Captured">What was taken, in all.</param>
/// <param name="Refunded">What was paid back, failed refunds left out.</param>
public sealed record PaymentTotals(Money Authorized, Money Captured, Money Refunded)
{
    /// <summary>Starts at nothing.</summary>
    /// <param name="currency">The payment's currency.</param>
    /// <returns>The totals.</returns>
    public static PaymentTotals None(Currency currency) => new(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
}
