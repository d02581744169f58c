using Commerce.Payments.Accounting;

namespace Commerce.Payments.Payouts;

/// <summary>Keeps settlements and payouts in the process, for development, tests and demos.</summary>
/// <param name="ledger">The ledger that their entries go to.</param>
public sealed class InMemoryPayoutStore(InMemoryLedger ledger) : IPayoutStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SettlementLine> _lines = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Guid, List<string>> _merchants = [];
    private readonly Dictionary<OrderId, List<string>> _orders = [];
    private readonly Dictionary<string, MerchantPayout> _payouts = new(StringComparer.Ordinal);
    private readonly Dictionary<PayoutId, string> _ids = [];
    private readonly List<string> _open = [];

    /// <inheritdoc/>
    public ValueTask<Outcome<IReadOnlyList<SettlementLine>>> AddAsync(
        IReadOnlyList<SettlementLine> lines, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        lock (_gate)
        {
            if (!ledger.Post(entries).TryGet(out _, out var refusal))
            {
                return ValueTask.FromResult(Outcome.Refused<IReadOnlyList<SettlementLine>>(refusal));
            }

            var added = lines.Where(line => !_lines.ContainsKey(line.Id)).DistinctBy(static line => line.Id).ToList();
            added.ForEach(Add);
            return ValueTask.FromResult(Outcome.Of<IReadOnlyList<SettlementLine>>(added));
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> ChangeOrderAsync(OrderId orderId, DateTimeOffset? availableAt, bool? isHeld, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var free = _orders.GetValueOrDefault(orderId, []).Where(id => _lines[id].Payout is null).ToList();
            foreach (var id in free)
            {
                _lines[id] = _lines[id] with { AvailableAt = availableAt ?? _lines[id].AvailableAt, IsHeld = isHeld ?? _lines[id].IsHeld };
            }

            return ValueTask.FromResult(free.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TenantId>> ListMerchantsAsync(TenantId? after, int count, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TenantId>>([.. _merchants
                .Where(merchant => (after is null || merchant.Key.CompareTo(after.Value.Value) > 0) && merchant.Value.Exists(id => _lines[id].Payout is null))
                .Take(count).Select(static merchant => new TenantId(merchant.Key))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SettlementLine>> ListLinesAsync(TenantId merchant, string? payout = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<SettlementLine>>(
                [.. _merchants.GetValueOrDefault(merchant.Value, []).Select(id => _lines[id]).Where(line => line.Payout == payout)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MerchantPayout?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_payouts.GetValueOrDefault(name));
        }
    }

    /// <inheritdoc/>
    public ValueTask<MerchantPayout?> FindAsync(PayoutId id, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_ids.TryGetValue(id, out var name) ? _payouts[name] : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<MerchantPayout>> ListOpenAsync(TenantId? merchant = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<MerchantPayout>>(
                [.. _open.Select(name => _payouts[name]).Where(payout => merchant is null || payout.Merchant == merchant)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryPlanAsync(
        MerchantPayout payout, IReadOnlyList<string> lineIds, IReadOnlyList<SettlementLine> added, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        lock (_gate)
        {
            if (_payouts.ContainsKey(payout.Name) || lineIds.Any(id => _lines[id].Payout is not null))
            {
                return ValueTask.FromResult(false);
            }

            foreach (var id in lineIds)
            {
                _lines[id] = _lines[id] with { Payout = payout.Name };
            }

            foreach (var line in added)
            {
                Add(line);
            }

            _payouts.Add(payout.Name, payout);
            _open.Add(payout.Name);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Outcome<MerchantPayout>> SaveAsync(MerchantPayout payout, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        lock (_gate)
        {
            var version = _payouts.GetValueOrDefault(payout.Name)?.Version ?? 0;
            if (payout.Version != version + 1)
            {
                return ValueTask.FromResult(Outcome.Refused<MerchantPayout>(
                    RefusalCode.Conflict, $"Payout {payout.Name} is at version {version}, and version {payout.Version} does not follow it: read it again.", nameof(payout.Version)));
            }

            if (!ledger.Post(entries).TryGet(out _, out var refusal))
            {
                return ValueTask.FromResult(Outcome.Refused<MerchantPayout>(refusal));
            }

            _payouts[payout.Name] = payout;
            if (payout.PayoutId is { } id)
            {
                _ids[id] = payout.Name;
            }

            if (payout.State is not (MerchantPayoutState.Planned or MerchantPayoutState.Funded))
            {
                _open.Remove(payout.Name);
            }

            if (payout.State == MerchantPayoutState.Failed)
            {
                foreach (var line in _merchants.GetValueOrDefault(payout.Merchant.Value, []).Where(line => _lines[line].Payout == payout.Name))
                {
                    _lines[line] = _lines[line] with { Payout = null };
                }
            }

            return ValueTask.FromResult(Outcome.Of(payout));
        }
    }

    private void Add(SettlementLine line)
    {
        _lines.Add(line.Id, line);
        ListOf(_merchants, line.Merchant.Value).Add(line.Id);
        if (line.OrderId is { } order)
        {
            ListOf(_orders, order).Add(line.Id);
        }
    }

    private static List<string> ListOf<TKey>(IDictionary<TKey, List<string>> lists, TKey key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
