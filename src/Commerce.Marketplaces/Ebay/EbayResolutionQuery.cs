namespace Commerce.Marketplaces.Ebay;

/// <summary>Which inquiries or cases to list.</summary>
public sealed record EbayResolutionQuery
{
    /// <summary>Gets the time of opening from which on.</summary>
    public DateTimeOffset? CreatedSince { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 50.</value>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(PageSize), value, $"PageSize is {value}: give 1 to 100.");
    } = 50;

    /// <summary>Gets a value indicating whether <see cref="EbayResolutionCase.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
