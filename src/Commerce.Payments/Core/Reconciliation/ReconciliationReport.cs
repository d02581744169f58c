namespace Commerce.Payments.Reconciliation;

/// <summary>What a reconciliation found.</summary>
/// <param name="Differences">The differences, those that will not settle by themselves first.</param>
/// <param name="Matched">How many payments, refunds, transfers and so on agree on both sides.</param>
/// <param name="Totals">The balance of the gateway account in each currency.</param>
public sealed record ReconciliationReport(IReadOnlyList<Difference> Differences, int Matched, IReadOnlyList<CurrencyTotals> Totals)
{
    /// <summary>Gets a value indicating whether orders, gateway and ledger agree to the cent.</summary>
    public bool IsClean => Differences.Count == 0 && Totals.All(static total => total.Unexplained.IsZero);
}
