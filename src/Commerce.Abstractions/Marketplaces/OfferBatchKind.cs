namespace Commerce.Marketplaces;

/// <summary>What a batch changes.</summary>
public enum OfferBatchKind
{
    /// <summary>Quantities.</summary>
    Stock,

    /// <summary>Prices.</summary>
    Price,

    /// <summary>Whole offers.</summary>
    Offer,
}
