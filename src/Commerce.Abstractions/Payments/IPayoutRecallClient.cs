namespace Commerce.Payments;

/// <summary>A gateway that calls payouts back.</summary>
public interface IPayoutRecallClient
{
    /// <summary>Cancels a payout that was not sent yet.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="payoutId">The payout.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payout, or a refusal when it was sent already.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Payout>> CancelPayoutAsync(
        OperationKey key, PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a payout back that arrived; only some countries' banks allow it.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="payoutId">The payout.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The payout that brings the money back, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Payout>> ReversePayoutAsync(
        OperationKey key, PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);
}
