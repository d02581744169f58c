namespace Commerce.Marketplaces.Ebay;

/// <summary>Which payment disputes to list.</summary>
public sealed record EbayPaymentDisputeQuery
{
    /// <summary>Gets the order that they are about.</summary>
    public MarketplaceOrderId? OrderId { get; init; }

    /// <summary>Gets the time of opening from which on.</summary>
    public DateTimeOffset? OpenedSince { get; init; }

    /// <summary>Gets eBay's word for where they are; all when not given.</summary>
    public string? VendorState { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 50.</value>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(PageSize), value, $"PageSize is {value}: give 1 to 100.");
    } = 50;
}
