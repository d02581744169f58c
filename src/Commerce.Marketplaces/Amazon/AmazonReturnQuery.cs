namespace Commerce.Marketplaces.Amazon;

/// <summary>Which returns of external-fulfilment locations to list.</summary>
public sealed record AmazonReturnQuery
{
    /// <summary>Gets the number of the return authorisation.</summary>
    public string? RmaId { get; init; }

    /// <summary>Gets the SmartConnect location.</summary>
    public string? ReturnLocationId { get; init; }

    /// <summary>Gets the state, in Amazon's word.</summary>
    public string? State { get; init; }

    /// <summary>Gets the number by which the way back is followed.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Gets the time of opening from which on.</summary>
    public DateTimeOffset? CreatedSince { get; init; }

    /// <summary>Gets the time of the last change from which on; Amazon takes it with <see cref="ReturnLocationId"/> and <see cref="State"/> only.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init; } = 100;

    /// <summary>Gets a value indicating whether <see cref="MarketplaceReturn.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
