namespace Commerce.Marketplaces;

/// <summary>How far a batch is.</summary>
public enum OfferBatchState
{
    /// <summary>The marketplace works on it.</summary>
    Running,

    /// <summary>It has ended; look at each item.</summary>
    Completed,

    /// <summary>It was refused as a whole; every item tells why.</summary>
    Failed,
}
