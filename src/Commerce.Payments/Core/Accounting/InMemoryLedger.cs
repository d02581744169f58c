using System.Runtime.CompilerServices;

namespace Commerce.Payments.Accounting;

/// <summary>A ledger in the process, for development, tests and demos.</summary>
public sealed class InMemoryLedger : ILedger
{
    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly Dictionary<string, LedgerEntry> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<PaymentId, PaymentTotals> _totals = [];
    private readonly Dictionary<(LedgerAccount Account, Currency Currency), Money> _balances = [];

    /// <inheritdoc/>
    public ValueTask<Outcome<IReadOnlyList<LedgerEntry>>> PostAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Post(entries));

    /// <inheritdoc/>
    public ValueTask<Money> GetBalanceAsync(LedgerAccount account, Currency currency, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_balances.TryGetValue((account, currency), out var balance) ? balance : Money.Zero(currency));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerLine>> ListBalancesAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<LedgerLine>>([.. _balances.OrderBy(static pair => pair.Key.Account.ToString(), StringComparer.Ordinal)
                .Select(static pair => new LedgerLine(pair.Key.Account, pair.Value))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<PaymentTotals?> FindTotalsAsync(PaymentId paymentId, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_totals.GetValueOrDefault(paymentId));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ListEntriesAsync(LedgerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        LedgerEntry[] entries;
        lock (_gate)
        {
            entries = [.. _entries.Where(query.Takes)];
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>Adds entries in one step, for stores in the process that keep something else in the same step.</summary>
    internal Outcome<IReadOnlyList<LedgerEntry>> Post(IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            var added = new List<LedgerEntry>();
            var totals = new Dictionary<PaymentId, PaymentTotals>();
            foreach (var entry in entries)
            {
                if (LedgerRules.Check(entry) is { } wrong)
                {
                    return Outcome.Refused<IReadOnlyList<LedgerEntry>>(wrong);
                }

                if ((_byKey.GetValueOrDefault(entry.Key) ?? added.Find(other => other.Key == entry.Key)) is { } known)
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
                    if (!LedgerRules.Apply(totals.GetValueOrDefault(payment) ?? _totals.GetValueOrDefault(payment), entry).TryGet(out var after, out var refusal))
                    {
                        return Outcome.Refused<IReadOnlyList<LedgerEntry>>(refusal);
                    }

                    totals[payment] = after;
                }

                added.Add(entry);
            }

            foreach (var (payment, after) in totals)
            {
                _totals[payment] = after;
            }

            added.ForEach(Keep);
            return Outcome.Of<IReadOnlyList<LedgerEntry>>(added);
        }
    }

    private void Keep(LedgerEntry entry)
    {
        _entries.Add(entry);
        _byKey.Add(entry.Key, entry);
        foreach (var line in entry.Lines)
        {
            var key = (line.Account, line.Amount.Currency);
            _balances[key] = _balances.TryGetValue(key, out var balance) ? balance + line.Amount : line.Amount;
        }
    }
}
