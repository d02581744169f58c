namespace Commerce.Payments;

/// <summary>A gateway that handles disputes.</summary>
public interface IDisputeClient
{
    /// <summary>Reads a dispute. Safe to repeat.</summary>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The dispute, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Dispute?> FindDisputeAsync(
        GatewayDisputeId disputeId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Stages or submits evidence.</summary>
    /// <param name="request">The evidence.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The dispute, or a refusal when it is too late.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Dispute>> SubmitEvidenceAsync(DisputeEvidence request, CancellationToken cancellationToken = default);

    /// <summary>Gives a dispute up. It cannot be undone.</summary>
    /// <param name="key">The caller's name of this step.</param>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The dispute, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<Dispute>> AcceptDisputeAsync(
        OperationKey key, GatewayDisputeId disputeId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Lists disputes, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The disputes, page by page.</returns>
    Paged<Dispute> ListDisputes(DisputeQuery query);

    /// <summary>Uploads a document to name in evidence, by the gateway's field for it in <see cref="DisputeEvidence.VendorFields"/>.</summary>
    /// <param name="request">The document.</param>
    /// <param name="cancellationToken">Stops waiting; the gateway may still act.</param>
    /// <returns>The document's key, or a refusal when its format or size is not taken.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<EvidenceFile>> UploadEvidenceAsync(EvidenceUpload request, CancellationToken cancellationToken = default);
}
