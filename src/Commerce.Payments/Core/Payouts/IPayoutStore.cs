using Commerce.Payments.Accounting;

namespace Commerce.Payments.Payouts;

/// <summary>Keeps what merchants are owed and their payouts, with the entries in the ledger. Every method is one step: all of it or nothing. Safe for many threads and processes.</summary>
public interface IPayoutStore
{
    /// <summary>Adds lines and their entries. A line that is kept already under its id is passed over.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="entries">What to add to the ledger in the same step.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The lines that were new, or a refusal of the ledger with nothing kept.</returns>
    ValueTask<Outcome<IReadOnlyList<SettlementLine>>> AddAsync(
        IReadOnlyList<SettlementLine> lines, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Changes the free lines of an order: from when on they can be paid out, whether they are held.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="availableAt">From when on; as it is when not given.</param>
    /// <param name="isHeld">Whether they are held; as it is when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many lines were changed.</returns>
    ValueTask<int> ChangeOrderAsync(OrderId orderId, DateTimeOffset? availableAt, bool? isHeld, CancellationToken cancellationToken = default);

    /// <summary>Lists the merchants who have a free line, by id.</summary>
    /// <param name="after">The merchant after whom to go on; the first when not given.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The merchants.</returns>
    ValueTask<IReadOnlyList<TenantId>> ListMerchantsAsync(TenantId? after, int count, CancellationToken cancellationToken = default);

    /// <summary>Lists a merchant's lines, oldest first.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <param name="payout">The name of the payout that took them; the free ones when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The lines.</returns>
    ValueTask<IReadOnlyList<SettlementLine>> ListLinesAsync(TenantId merchant, string? payout = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a payout.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The payout, or <see langword="null"/> when there is none.</returns>
    ValueTask<MerchantPayout?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads a payout by the gateway's key.</summary>
    /// <param name="id">The gateway's key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The payout, or <see langword="null"/> when there is none.</returns>
    ValueTask<MerchantPayout?> FindAsync(PayoutId id, CancellationToken cancellationToken = default);

    /// <summary>Lists the payouts that are planned or funded, oldest first.</summary>
    /// <param name="merchant">Those of one merchant; of all when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The payouts.</returns>
    ValueTask<IReadOnlyList<MerchantPayout>> ListOpenAsync(TenantId? merchant = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps a new payout with the lines that it takes and the lines that it adds.</summary>
    /// <param name="payout">The payout, version 1.</param>
    /// <param name="lineIds">The free lines that it takes.</param>
    /// <param name="added">New lines, such as those of the reserve; those with the payout's name are taken by it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether it was kept; <see langword="false"/> when there is one of that name, or a line is not free any more.</returns>
    ValueTask<bool> TryPlanAsync(
        MerchantPayout payout, IReadOnlyList<string> lineIds, IReadOnlyList<SettlementLine> added, CancellationToken cancellationToken = default);

    /// <summary>Keeps a changed payout with its entries. A failed one gives its lines free.</summary>
    /// <param name="payout">The payout; its version is the stored one plus one.</param>
    /// <param name="entries">What to add to the ledger in the same step.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The payout, or a refusal with nothing kept: <see cref="RefusalCode.Conflict"/> when somebody else saved it meanwhile, those of the ledger
    /// otherwise.
    /// </returns>
    ValueTask<Outcome<MerchantPayout>> SaveAsync(MerchantPayout payout, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default);
}
