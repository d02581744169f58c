namespace Commerce.Marketplaces.Amazon;

/// <summary>Which reports to list.</summary>
public sealed record AmazonReportQuery
{
    /// <summary>Gets the kinds: 1 to 10, in Amazon's words.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Gets the states in Amazon's words; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Gets the time of asking from which on; Amazon goes back 90 days.</summary>
    public DateTimeOffset? CreatedSince { get; init; }

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init; } = 100;
}
