using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;
using Commerce.Tests.Support.Crashes;

namespace Commerce.Payments.Tests.Crashes;

/// <summary>A store whose process may die before or after each writing; what was written stays.</summary>
internal sealed class MortalPayoutStore(IPayoutStore inner, Killer killer) : IPayoutStore
{
    public ValueTask<Outcome<IReadOnlyList<SettlementLine>>> AddAsync(
        IReadOnlyList<SettlementLine> lines, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default) =>
        killer.AroundAsync("accrued", () => inner.AddAsync(lines, entries, cancellationToken));

    public ValueTask<int> ChangeOrderAsync(OrderId orderId, DateTimeOffset? availableAt, bool? isHeld, CancellationToken cancellationToken = default) =>
        killer.AroundAsync("order changed", () => inner.ChangeOrderAsync(orderId, availableAt, isHeld, cancellationToken));

    public ValueTask<IReadOnlyList<TenantId>> ListMerchantsAsync(TenantId? after, int count, CancellationToken cancellationToken = default) =>
        inner.ListMerchantsAsync(after, count, cancellationToken);

    public ValueTask<IReadOnlyList<SettlementLine>> ListLinesAsync(TenantId merchant, string? payout = null, CancellationToken cancellationToken = default) =>
        inner.ListLinesAsync(merchant, payout, cancellationToken);

    public ValueTask<MerchantPayout?> FindAsync(string name, CancellationToken cancellationToken = default) => inner.FindAsync(name, cancellationToken);

    public ValueTask<MerchantPayout?> FindAsync(PayoutId id, CancellationToken cancellationToken = default) => inner.FindAsync(id, cancellationToken);

    public ValueTask<IReadOnlyList<MerchantPayout>> ListOpenAsync(TenantId? merchant = null, CancellationToken cancellationToken = default) =>
        inner.ListOpenAsync(merchant, cancellationToken);

    public ValueTask<bool> TryPlanAsync(
        MerchantPayout payout, IReadOnlyList<string> lineIds, IReadOnlyList<SettlementLine> added, CancellationToken cancellationToken = default) =>
        killer.AroundAsync("Planned", () => inner.TryPlanAsync(payout, lineIds, added, cancellationToken));

    public ValueTask<Outcome<MerchantPayout>> SaveAsync(MerchantPayout payout, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default) =>
        killer.AroundAsync(payout.State.ToString(), () => inner.SaveAsync(payout, entries, cancellationToken));
}
