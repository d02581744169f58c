namespace Commerce.Marketplaces;

/// <summary>A marketplace where a channel's own price can be taken away, so that the general or calculated one holds again.</summary>
public interface IChannelPrices
{
    /// <summary>Takes prices of channels away. Safe to repeat.</summary>
    /// <param name="prices">1 to 10 000 items, each with its channel, each once.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still take it.</param>
    /// <returns>The outcome of each item, or an import to ask for later.</returns>
    /// <exception cref="CommerceException">A technical failure of the whole batch.</exception>
    Task<OfferBatch> RemovePricesAsync(IReadOnlyList<OfferKey> prices, CancellationToken cancellationToken = default);
}
