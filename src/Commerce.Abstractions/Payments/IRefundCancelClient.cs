namespace Commerce.Payments;

/// <summary>A gateway that cancels refunds which wait for the buyer.</summary>
public interface IRefundCancelClient
{
    /// <summary>Cancels a refund that is <see cref="RefundStatus.RequiresAction"/>.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="refundId">The refund.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The refund, or a refusal when it is on its way or done.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Refund>> CancelRefundAsync(
        OperationKey key, GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);
}
