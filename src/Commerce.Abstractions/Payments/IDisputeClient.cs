namespace Commerce.Payments;

/// <summary>A gateway that handles disputes.</summary>
public interface IDisputeClient
{
    /// <summary>Reads a dispute. Safe to repeat.</summary>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The dispute, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Dispute?> FindDisputeAsync(GatewayDisputeId disputeId, CancellationToken cancellationToken = default);

    /// <summary>Stages or submits evidence.</summary>
    /// <param name="request">The evidence.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The dispute, or a refusal when it is too late.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Dispute>> SubmitEvidenceAsync(DisputeEvidence request, CancellationToken cancellationToken = default);

    /// <summary>Gives a dispute up. It cannot be undone.</summary>
    /// <param name="key">The caller's name of this step.</param>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The dispute, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Dispute>> AcceptDisputeAsync(
        OperationKey key, GatewayDisputeId disputeId, CancellationToken cancellationToken = default);
}
