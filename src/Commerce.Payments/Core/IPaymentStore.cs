using Commerce.Payments.Accounting;

namespace Commerce.Payments;

/// <summary>Keeps payments together with their entries in the ledger. Every method is one step: all of it or nothing. Safe for many threads and processes.</summary>
public interface IPaymentStore
{
    /// <summary>Reads a payment.</summary>
    /// <param name="id">The payment.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The record, or <see langword="null"/> when it is not known.</returns>
    ValueTask<PaymentRecord?> FindAsync(PaymentId id, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment by the gateway's key.</summary>
    /// <param name="account">The name of the gateway account.</param>
    /// <param name="gatewayId">The gateway's key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The record, or <see langword="null"/> when it is not known.</returns>
    ValueTask<PaymentRecord?> FindAsync(string account, GatewayPaymentId gatewayId, CancellationToken cancellationToken = default);

    /// <summary>Lists the payments that have a refund to send, those created first at the front.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The records.</returns>
    ValueTask<IReadOnlyList<PaymentRecord>> ListWithRefundsToSendAsync(int count, CancellationToken cancellationToken = default);

    /// <summary>Keeps a payment and its entries.</summary>
    /// <param name="record">The record; its version is the stored one plus one, 1 for a new payment.</param>
    /// <param name="entries">What to add to the ledger in the same step.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The record, or a refusal with nothing kept: <see cref="RefusalCode.Conflict"/> when somebody else saved it meanwhile, those of
    /// <see cref="ILedger.PostAsync"/> otherwise.
    /// </returns>
    ValueTask<Outcome<PaymentRecord>> SaveAsync(PaymentRecord record, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken = default);
}
