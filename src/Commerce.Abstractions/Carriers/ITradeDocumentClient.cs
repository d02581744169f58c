namespace Commerce.Carriers;

/// <summary>A carrier that takes customs papers electronically.</summary>
public interface ITradeDocumentClient
{
    /// <summary>Uploads a paper; put the id into <see cref="CustomsDeclaration.UploadedDocumentIds"/>.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The paper with its id, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<UploadedTradeDocument>> UploadTradeDocumentAsync(TradeDocument document, CancellationToken cancellationToken = default);
}
