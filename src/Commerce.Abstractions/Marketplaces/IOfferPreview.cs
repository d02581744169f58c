namespace Commerce.Marketplaces;

/// <summary>A marketplace client that shows prices and offers before it sends them: a wrong unit of a tax is a loss on every sale.</summary>
public interface IOfferPreview
{
    /// <summary>Shows what <see cref="IMarketplaceClient.UpdatePricesAsync"/> would send. Safe to repeat; changes nothing.</summary>
    /// <param name="changes">1 to 10 000 items, each SKU and channel once.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The preview.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<OfferPreview> PreviewPricesAsync(IReadOnlyList<PriceChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Shows what <see cref="IOfferWriter.PutOffersAsync"/> would send. Safe to repeat; changes nothing.</summary>
    /// <param name="offers">1 to 10 000 offers, each SKU and channel once.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The preview.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<OfferPreview> PreviewOffersAsync(IReadOnlyList<OfferDraft> offers, CancellationToken cancellationToken = default);
}
