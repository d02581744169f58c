namespace Commerce.Marketplaces.Sync;

/// <summary>What a reading means for an order.</summary>
public enum OrderChange
{
    /// <summary>It was not known.</summary>
    New,

    /// <summary>It is known and has changed.</summary>
    Updated,
}
