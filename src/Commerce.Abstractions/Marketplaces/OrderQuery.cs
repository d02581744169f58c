namespace Commerce.Marketplaces;

/// <summary>Which orders to list.</summary>
public sealed record OrderQuery
{
    /// <summary>Gets the time of the last change from which on; keep an overlap of minutes, clocks and indexes differ.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Gets the time of the last change up to which.</summary>
    public DateTimeOffset? ChangedUntil { get; init; }

    /// <summary>Gets the time of placing from which on; a marketplace may not take it together with <see cref="ChangedSince"/>.</summary>
    public DateTimeOffset? CreatedSince { get; init; }

    /// <summary>Gets the time of placing up to which.</summary>
    public DateTimeOffset? CreatedUntil { get; init; }

    /// <summary>Gets the states wanted; empty for all.</summary>
    public IReadOnlyList<MarketplaceOrderState> States { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the entries for each page: 1 to 100; a marketplace may give fewer.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;

    /// <summary>Gets a value indicating whether <see cref="MarketplaceOrder.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
