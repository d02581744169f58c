namespace Commerce.Carriers;

/// <summary>A carrier at which papers that were uploaded can be joined to a shipment later, or taken back (UPS).</summary>
public interface ITradeDocumentArchive
{
    /// <summary>Joins papers to a shipment that was bought.</summary>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="documents">The papers.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Each paper with what became of it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<ItemOutcome<UploadedTradeDocument>>> AttachTradeDocumentsAsync(
        CarrierShipmentId shipmentId, IReadOnlyList<UploadedTradeDocument> documents, CancellationToken cancellationToken = default);

    /// <summary>Deletes a paper. Safe to repeat.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The paper, or a refusal when it is in use.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<UploadedTradeDocument>> DeleteTradeDocumentAsync(UploadedTradeDocument document, CancellationToken cancellationToken = default);
}
