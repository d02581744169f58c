namespace Commerce.Marketplaces.Sync;

/// <summary>What a marketplace is told about an order.</summary>
public enum OrderActionKind
{
    /// <summary>Which lines are accepted and which are refused.</summary>
    Decide,

    /// <summary>That the order is cancelled.</summary>
    Cancel,

    /// <summary>That parcels were handed over.</summary>
    Ship,
}
