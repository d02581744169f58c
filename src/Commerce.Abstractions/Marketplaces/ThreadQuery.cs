namespace Commerce.Marketplaces;

/// <summary>Which conversations to list.</summary>
public sealed record ThreadQuery
{
    /// <summary>Gets the time of the last message from which on.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Gets the order that they are about.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 50.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 50;

    /// <summary>Gets a value indicating whether the messages come with them.</summary>
    public bool IncludeMessages { get; init; }

    /// <summary>Gets a value indicating whether <see cref="MessageThread.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
