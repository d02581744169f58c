namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Where a listing is.</summary>
public enum ListingStatus
{
    /// <summary>Written; the marketplace does not know of it.</summary>
    Draft,

    /// <summary>The marketplace works on it.</summary>
    Pending,

    /// <summary>It is on sale.</summary>
    Active,

    /// <summary>It is on sale again as soon as there is stock.</summary>
    OutOfStock,

    /// <summary>The marketplace does not show it.</summary>
    Inactive,

    /// <summary>The marketplace has refused it.</summary>
    Rejected,

    /// <summary>It is not on sale any more.</summary>
    Ended,
}
