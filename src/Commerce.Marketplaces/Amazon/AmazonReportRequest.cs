namespace Commerce.Marketplaces.Amazon;

/// <summary>A report to make.</summary>
public sealed record AmazonReportRequest
{
    /// <summary>Gets the report of returns to the seller's own stock, by the date of the return.</summary>
    public const string Returns = "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE";

    /// <summary>Gets the report of returns to Amazon's warehouses.</summary>
    public const string FbaReturns = "GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA";

    /// <summary>Gets the report of all listings: for catalogues of more than 1 000 offers.</summary>
    public const string Listings = "GET_MERCHANT_LISTINGS_ALL_DATA";

    /// <summary>Gets the kind, in Amazon's word.</summary>
    public required string Type { get; init; }

    /// <summary>Gets from when on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets until when; the time of the request when not given.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets the stores; those of the account when empty.</summary>
    public IReadOnlyList<string> MarketplaceIds { get; init; } = [];

    /// <summary>Gets the options of this kind of report, by Amazon's names.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
