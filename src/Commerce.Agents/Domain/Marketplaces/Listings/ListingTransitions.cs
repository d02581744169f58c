namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Which step of a listing may follow which.</summary>
public static class ListingTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<ListingStatus> Table { get; } = new("listing", new Dictionary<ListingStatus, ListingStatus[]>
    {
        [ListingStatus.Draft] = [ListingStatus.Pending, ListingStatus.Ended],
        [ListingStatus.Pending] = [ListingStatus.Active, ListingStatus.Rejected, ListingStatus.Ended],
        [ListingStatus.Active] = [ListingStatus.OutOfStock, ListingStatus.Inactive, ListingStatus.Ended],
        [ListingStatus.OutOfStock] = [ListingStatus.Active, ListingStatus.Inactive, ListingStatus.Ended],
        [ListingStatus.Inactive] = [ListingStatus.Active, ListingStatus.OutOfStock, ListingStatus.Ended],
        [ListingStatus.Rejected] = [ListingStatus.Pending, ListingStatus.Ended],
    });
}
