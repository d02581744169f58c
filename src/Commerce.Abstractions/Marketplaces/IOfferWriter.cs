namespace Commerce.Marketplaces;

/// <summary>A marketplace where offers are made on existing products.</summary>
public interface IOfferWriter
{
    /// <summary>Creates or replaces whole offers.</summary>
    /// <param name="offers">1 to 10 000 offers, each SKU and channel once.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The outcome of each item, or an import to ask for later.</returns>
    /// <exception cref="CommerceException">A technical failure of the whole batch.</exception>
    Task<OfferBatch> PutOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default);

    /// <summary>Ends offers.</summary>
    /// <param name="offers">1 to 10 000 offers; one without a channel is ended in all of them.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The outcome of each item, or an import to ask for later.</returns>
    /// <exception cref="CommerceException">A technical failure of the whole batch.</exception>
    Task<OfferBatch> EndOffersAsync(IReadOnlyList<OfferKey> offers, CancellationToken cancellationToken = default);
}
