using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Commerce.Payments;
using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Keeps settlements and payouts in the agents' store, each step with its entries of the ledger in one write.</summary>
/// <param name="store">The store.</param>
/// <param name="ledger">The ledger in the same store.</param>
internal sealed class EntityPayoutStore(IAgentStore store, EntityLedger ledger) : IPayoutStore
{
    private const int PageSize = 100;

    /// <summary>Gets the ledger that its entries go to.</summary>
    internal ILedger Ledger => ledger;

    /// <inheritdoc/>
    public async ValueTask<Outcome<IReadOnlyList<SettlementLine>>> AddAsync(
        IReadOnlyList<SettlementLine> lines, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return await store.WriteAsync(async () =>
        {
            var changes = new List<EntityChange>();
            if (!(await ledger.StageAsync(entries, changes).ConfigureAwait(false)).TryGet(out _, out var refusal))
            {
                return Done(changes, Outcome.Refused<IReadOnlyList<SettlementLine>>(refusal));
            }

            var added = new List<SettlementLine>();
            foreach (var line in lines.DistinctBy(static line => line.Id))
            {
                if (await store.FindEntityAsync(typeof(SettlementRecord), SettlementRecord.IdOf(line.Id)).ConfigureAwait(false) is null)
                {
                    added.Add(line);
                }
            }

            await AddAsync(added, changes).ConfigureAwait(false);
            return Done(changes, Outcome.Of<IReadOnlyList<SettlementLine>>(added));
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> ChangeOrderAsync(OrderId orderId, DateTimeOffset? availableAt, bool? isHeld, CancellationToken cancellationToken = default)
    {
        var order = orderId.ToString();
        return await store.WriteAsync(async () =>
        {
            var rows = await store.AllRowsAsync<SettlementRecord>(record => record.Order == order && record.Payout == "").ConfigureAwait(false);
            var changes = rows.Select(row => row.Over(SettlementRecord.Of(LineOf(row) with
            {
                AvailableAt = availableAt ?? LineOf(row).AvailableAt, IsHeld = isHeld ?? LineOf(row).IsHeld,
            }))).ToList();
            return Done(changes, rows.Count);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TenantId>> ListMerchantsAsync(TenantId? after, int count, CancellationToken cancellationToken = default)
    {
        var found = new List<TenantId>();
        var query = new EntityQuery<SettlementParty> { OrderBy = static party => party.Id, Limit = PageSize, After = after?.Value };
        while (true)
        {
            var (rows, _) = await store.QueryEntitiesAsync(query).ConfigureAwait(false);
            foreach (var merchant in rows.Select(static row => row.Id))
            {
                var (_, free) = await store.QueryEntitiesAsync(new EntityQuery<SettlementRecord>
                {
                    Where = record => record.Merchant == merchant && record.Payout == "", Limit = 1,
                }).ConfigureAwait(false);
                if (free > 0)
                {
                    found.Add(new TenantId(merchant));
                }

                if (found.Count == count)
                {
                    return found;
                }
            }

            if (rows.Count < PageSize)
            {
                return found;
            }

            query = query with { After = rows[^1].Id };
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SettlementLine>> ListLinesAsync(TenantId merchant, string? payout = null, CancellationToken cancellationToken = default) =>
    [
        .. (await RowsAsync(merchant, payout ?? "").ConfigureAwait(false))
            .OrderBy(static row => LineOf(row).At).ThenBy(static row => row.CreatedAt).ThenBy(static row => LineOf(row).Id, StringComparer.Ordinal).Select(LineOf),
    ];

    /// <inheritdoc/>
    public async ValueTask<MerchantPayout?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        await RowAsync(name).ConfigureAwait(false) is { } row ? PayoutOf(row) : null;

    /// <inheritdoc/>
    public async ValueTask<MerchantPayout?> FindAsync(PayoutId id, CancellationToken cancellationToken = default)
    {
        var gatewayId = id.Value;
        var rows = await store.AllRowsAsync<PayoutRecord>(record => record.GatewayId == gatewayId).ConfigureAwait(false);
        return rows.Count == 0 ? null : PayoutOf(rows[0]);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<MerchantPayout>> ListOpenAsync(TenantId? merchant = null, CancellationToken cancellationToken = default) =>
    [
        .. (await store.AllRowsAsync<PayoutRecord>(static record => record.IsOpen).ConfigureAwait(false)).Select(PayoutOf)
            .Where(payout => merchant is null || payout.Merchant == merchant)
            .OrderBy(static payout => payout.PlannedAt).ThenBy(static payout => payout.Name, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public async ValueTask<bool> TryPlanAsync(
        MerchantPayout payout, IReadOnlyList<string> lineIds, IReadOnlyList<SettlementLine> added, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        return await store.WriteAsync(async () =>
        {
            var free = (await RowsAsync(payout.Merchant, "").ConfigureAwait(false)).ToDictionary(static row => LineOf(row).Id, StringComparer.Ordinal);
            if (!lineIds.All(free.ContainsKey) || await RowAsync(payout.Name).ConfigureAwait(false) is not null)
            {
                return Done([], false);
            }

            var changes = lineIds.Distinct(StringComparer.Ordinal).Select(id => free[id])
                .Select(row => row.Over(SettlementRecord.Of(LineOf(row) with { Payout = payout.Name }))).ToList();
            await AddAsync(added, changes).ConfigureAwait(false);
            changes.Add(BookRows.New(PayoutRecord.Of(payout)));
            return Done(changes, true);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome<MerchantPayout>> SaveAsync(MerchantPayout payout, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        return await store.WriteAsync(async () =>
        {
            var changes = new List<EntityChange>();
            var row = await RowAsync(payout.Name).ConfigureAwait(false);
            var version = row is null ? 0 : PayoutOf(row).Version;
            if (payout.Version != version + 1)
            {
                return Done(changes, Outcome.Refused<MerchantPayout>(
                    RefusalCode.Conflict, $"Payout {payout.Name} is at version {version}, and version {payout.Version} does not follow it: read it again.", nameof(payout.Version)));
            }

            if (!(await ledger.StageAsync(entries, changes).ConfigureAwait(false)).TryGet(out _, out var refusal))
            {
                return Done(changes, Outcome.Refused<MerchantPayout>(refusal));
            }

            var record = PayoutRecord.Of(payout);
            changes.Add(row is null ? BookRows.New(record) : row.Over(record));
            if (payout.State == MerchantPayoutState.Failed)
            {
                changes.AddRange((await RowsAsync(payout.Merchant, payout.Name).ConfigureAwait(false))
                    .Select(static line => line.Over(SettlementRecord.Of(LineOf(line) with { Payout = null }))));
            }

            return Done(changes, Outcome.Of(payout));
        }).ConfigureAwait(false);
    }

    private static (IReadOnlyList<EntityChange> Changes, T Result) Done<T>(List<EntityChange> changes, T result) => (changes, result);

    private static SettlementLine LineOf(EntityRow row) => ((SettlementRecord)row.Value).Line;

    private static MerchantPayout PayoutOf(EntityRow row) => ((PayoutRecord)row.Value).Payout;

    private ValueTask<EntityRow?> RowAsync(string name) => store.FindEntityAsync(typeof(PayoutRecord), PayoutRecord.IdOf(name));

    private Task<IReadOnlyList<EntityRow>> RowsAsync(TenantId merchant, string payout)
    {
        var owner = merchant.Value;
        return store.AllRowsAsync<SettlementRecord>(record => record.Merchant == owner && record.Payout == payout);
    }

    private async Task AddAsync(IReadOnlyList<SettlementLine> lines, List<EntityChange> changes)
    {
        changes.AddRange(lines.Select(static line => BookRows.New(SettlementRecord.Of(line))));
        foreach (var merchant in lines.Select(static line => line.Merchant.Value).Distinct())
        {
            if (await store.FindEntityAsync(typeof(SettlementParty), merchant).ConfigureAwait(false) is null)
            {
                changes.Add(BookRows.New(new SettlementParty { Id = merchant }));
            }
        }
    }
}
