namespace Commerce.Marketplaces;

/// <summary>Who takes part in a conversation.</summary>
public enum MessageParty
{
    /// <summary>Somebody else, or nobody knows.</summary>
    Other,

    /// <summary>The buyer.</summary>
    Buyer,

    /// <summary>The seller.</summary>
    Seller,

    /// <summary>The marketplace itself.</summary>
    Marketplace,
}
