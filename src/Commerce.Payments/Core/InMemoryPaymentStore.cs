using Commerce.Payments.Accounting;

namespace Commerce.Payments;

/// <summary>Keeps payments in the process, for development, tests and demos.</summary>
/// <param name="ledger">The ledger that their entries go to.</param>
public sealed class InMemoryPaymentStore(InMemoryLedger ledger) : IPaymentStore
{
    internal InMemoryLedger Ledger => ledger;

    private readonly Lock _gate = new();
    private readonly Dictionary<PaymentId, PaymentRecord> _records = [];
    private readonly Dictionary<(string Account, GatewayPaymentId Id), PaymentId> _ids = [];
    private readonly SortedSet<(DateTimeOffset CreatedAt, PaymentId Id)> _toSend =
        new(Comparer<(DateTimeOffset CreatedAt, PaymentId Id)>.Create(static (left, right) => (left.CreatedAt, left.Id.Value).CompareTo((right.CreatedAt, right.Id.Value))));

    /// <inheritdoc/>
    public ValueTask<PaymentRecord?> FindAsync(PaymentId id, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_records.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<PaymentRecord?> FindAsync(string account, GatewayPaymentId gatewayId, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_ids.TryGetValue((account, gatewayId), out var id) ? _records[id] : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PaymentRecord>> ListWithRefundsToSendAsync(int count, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PaymentRecord>>([.. _toSend.Take(count).Select(entry => _records[entry.Id])]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Outcome<PaymentRecord>> SaveAsync(PaymentRecord record, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_gate)
        {
            var version = _records.GetValueOrDefault(record.Id)?.Version ?? 0;
            if (record.Version != version + 1)
            {
                return ValueTask.FromResult(Outcome.Refused<PaymentRecord>(
                    RefusalCode.Conflict, $"Payment {record.Id} is at version {version}, and version {record.Version} does not follow it: read it again.", nameof(record.Version)));
            }

            if (!ledger.Post(entries).TryGet(out _, out var refusal))
            {
                return ValueTask.FromResult(Outcome.Refused<PaymentRecord>(refusal));
            }

            _records[record.Id] = record;
            if (record.GatewayId is { } gatewayId)
            {
                _ids[(record.Account, gatewayId)] = record.Id;
            }

            _ = record.Refunds.Any(static refund => refund.IsToSend) ? _toSend.Add((record.CreatedAt, record.Id)) : _toSend.Remove((record.CreatedAt, record.Id));
            return ValueTask.FromResult(Outcome.Of(record));
        }
    }
}
