namespace Commerce.Marketplaces;

/// <summary>A marketplace that takes the papers of orders and shows them to the buyer.</summary>
public interface IOrderDocuments
{
    /// <summary>Uploads a paper; one of the same kind may be replaced by it.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>What was taken, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<UploadedDocument>> UploadDocumentAsync(OrderDocument document, CancellationToken cancellationToken = default);
}
