namespace Commerce.Marketplaces;

/// <summary>Which returns to list.</summary>
public sealed record ReturnQuery
{
    /// <summary>Gets the time of the last change from which on.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Gets the order that they belong to.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 50.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 50;

    /// <summary>Gets a value indicating whether <see cref="MarketplaceReturn.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
