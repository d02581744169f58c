namespace Commerce.Marketplaces;

/// <summary>A marketplace that lists the seller's offers.</summary>
public interface IOfferReader
{
    /// <summary>Lists offers. Safe to repeat.</summary>
    /// <param name="query">Which offers.</param>
    /// <returns>The offers, page by page.</returns>
    Paged<Offer> ListOffers(OfferQuery query);
}
