namespace Commerce.Marketplaces;

/// <summary>Which buyers' requests to list.</summary>
public sealed record CancellationRequestQuery
{
    /// <summary>Gets the time of asking from which on.</summary>
    public DateTimeOffset? RequestedSince { get; init; }

    /// <summary>Gets the order that they belong to.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets a value indicating whether only those that wait for an answer are wanted.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 50.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 50;

    /// <summary>Gets a value indicating whether <see cref="CancellationRequest.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
