using System.Runtime.CompilerServices;
using Commerce.Agents.Storage;
using Commerce.Payments;
using Commerce.Payments.Accounting;

namespace Commerce.Agents.Domain.Payments;

/// <summary>The ledger in the agents' store.</summary>
/// <param name="store">The store.</param>
internal sealed class EntityLedger(IAgentStore store) : ILedger
{
    /// <inheritdoc/>
    public async ValueTask<Outcome<IReadOnlyList<LedgerEntry>>> PostAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return await store.WriteAsync(async () =>
        {
            var changes = new List<EntityChange>();
            var outcome = await StageAsync(entries, changes).ConfigureAwait(false);
            return ((IReadOnlyList<EntityChange>)changes, outcome);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Money> GetBalanceAsync(LedgerAccount account, Currency currency, CancellationToken cancellationToken = default)
    {
        var name = account.ToString();
        var rows = await store.AllRowsAsync<LedgerRecord>(record => record.Accounts.Contains(name)).ConfigureAwait(false);
        return rows.SelectMany(static row => EntryOf(row).Lines)
            .Where(line => line.Account == account && line.Amount.Currency == currency)
            .Aggregate(Money.Zero(currency), static (sum, line) => sum + line.Amount);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LedgerLine>> ListBalancesAsync(CancellationToken cancellationToken = default) =>
    [
        .. (await store.AllRowsAsync<LedgerRecord>().ConfigureAwait(false)).SelectMany(static row => EntryOf(row).Lines)
            .GroupBy(static line => (line.Account, line.Amount.Currency))
            .OrderBy(static account => account.Key.Account.ToString(), StringComparer.Ordinal)
            .Select(static account => new LedgerLine(
                account.Key.Account, account.Aggregate(Money.Zero(account.Key.Currency), static (sum, line) => sum + line.Amount))),
    ];

    /// <inheritdoc/>
    public async ValueTask<PaymentTotals?> FindTotalsAsync(PaymentId paymentId, CancellationToken cancellationToken = default) =>
        await TotalsAsync(paymentId).ConfigureAwait(false) is { } row ? ((LedgerPayment)row.Value).Totals : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ListEntriesAsync(LedgerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (payment, merchant) = (query.PaymentId?.ToString(), query.Merchant?.ToString());
        var rows = payment is not null
            ? await store.AllRowsAsync<LedgerRecord>(record => record.Payment == payment).ConfigureAwait(false)
            : merchant is not null
                ? await store.AllRowsAsync<LedgerRecord>(record => record.Merchant == merchant).ConfigureAwait(false)
                : await store.AllRowsAsync<LedgerRecord>().ConfigureAwait(false);
        foreach (var entry in rows.OrderBy(static row => row.CreatedAt).ThenBy(static row => ((LedgerRecord)row.Value).Position).Select(EntryOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((query.Merchant is null || query.Merchant == entry.Merchant) && !(entry.At < query.From) && !(entry.At >= query.Before))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Says what entries change, for a step that keeps something else too. Those that are kept already are passed over.</summary>
    internal async Task<Outcome<IReadOnlyList<LedgerEntry>>> StageAsync(IReadOnlyList<LedgerEntry> entries, List<EntityChange> changes)
    {
        var added = new List<LedgerEntry>();
        var totals = new Dictionary<PaymentId, (long Version, PaymentTotals? Totals)>();
        foreach (var entry in entries)
        {
            if (LedgerRules.Check(entry) is { } wrong)
            {
                return Outcome.Refused<IReadOnlyList<LedgerEntry>>(wrong);
            }

            if ((added.Find(other => other.Key == entry.Key) ?? await FindAsync(entry.Key).ConfigureAwait(false)) is { } known)
            {
                if (known.IsSameFact(entry))
                {
                    continue;
                }

                return Outcome.Refused<IReadOnlyList<LedgerEntry>>(
                    RefusalCode.Conflict, $"{entry.Key} is kept already and records another fact: give this one another key.", nameof(entry.Key));
            }

            if (entry.PaymentId is { } payment && LedgerRules.ChangesTotals(entry.Kind))
            {
                if (!totals.TryGetValue(payment, out var before))
                {
                    var row = await TotalsAsync(payment).ConfigureAwait(false);
                    before = (row?.Version ?? 0, (row?.Value as LedgerPayment)?.Totals);
                }

                if (!LedgerRules.Apply(before.Totals, entry).TryGet(out var after, out var refusal))
                {
                    return Outcome.Refused<IReadOnlyList<LedgerEntry>>(refusal);
                }

                totals[payment] = (before.Version, after);
            }

            added.Add(entry);
        }

        changes.AddRange(added.Select(static (entry, position) => BookRows.New(LedgerRecord.Of(entry, position))));
        changes.AddRange(totals.Select(static payment => new EntityChange(
            typeof(LedgerPayment), payment.Key.Value, new LedgerPayment { Id = payment.Key.Value, Totals = payment.Value.Totals! }, payment.Value.Version, null)));
        return Outcome.Of<IReadOnlyList<LedgerEntry>>(added);
    }

    private static LedgerEntry EntryOf(EntityRow row) => ((LedgerRecord)row.Value).Entry;

    private async Task<LedgerEntry?> FindAsync(string key) =>
        await store.FindEntityAsync(typeof(LedgerRecord), LedgerRecord.IdOf(key)).ConfigureAwait(false) is { } row ? EntryOf(row) : null;

    private ValueTask<EntityRow?> TotalsAsync(PaymentId paymentId) => store.FindEntityAsync(typeof(LedgerPayment), paymentId.Value);
}
