namespace Commerce.Marketplaces;

/// <summary>How far a marketplace is with something that it was asked for.</summary>
public enum MarketplaceRequestState
{
    /// <summary>It still works on it: ask again later.</summary>
    Pending,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>Nothing of it was done, although the request was taken at first.</summary>
    Failed,
}
