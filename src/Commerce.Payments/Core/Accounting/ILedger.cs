namespace Commerce.Payments.Accounting;

/// <summary>
/// A double-entry ledger. Entries are only added. A store keeps entries in the same step as what caused them, and checks each with
/// <see cref="LedgerRules"/>. Safe for many threads and processes.
/// </summary>
public interface ILedger
{
    /// <summary>Adds entries, all or none. One that is kept already under its key is passed over.</summary>
    /// <param name="entries">The entries, in order.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The entries that were new, or a refusal with nothing kept: <see cref="RefusalCode.Validation"/> for lines that do not balance,
    /// <see cref="RefusalCode.AmountExceeded"/> for more refunded than captured or captured than authorised,
    /// <see cref="RefusalCode.Conflict"/> for a key that names another fact.
    /// </returns>
    ValueTask<Outcome<IReadOnlyList<LedgerEntry>>> PostAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Reads what an account holds.</summary>
    /// <param name="account">The account.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Debits less credits; zero for an account that nothing was posted to.</returns>
    ValueTask<Money> GetBalanceAsync(LedgerAccount account, Currency currency, CancellationToken cancellationToken = default);

    /// <summary>Lists every account that was posted to, in each currency; the sum of all is zero.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The balances by account and currency.</returns>
    ValueTask<IReadOnlyList<LedgerLine>> ListBalancesAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what is known of a payment.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The totals, or <see langword="null"/> when nothing was posted for it.</returns>
    ValueTask<PaymentTotals?> FindTotalsAsync(PaymentId paymentId, CancellationToken cancellationToken = default);

    /// <summary>Lists entries in the order in which they were added.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    IAsyncEnumerable<LedgerEntry> ListEntriesAsync(LedgerQuery query, CancellationToken cancellationToken = default);
}
