namespace Commerce.Marketplaces;

/// <summary>Which offers to list.</summary>
public sealed record OfferQuery
{
    /// <summary>Gets the SKUs: at most 100; empty for all.</summary>
    public IReadOnlyList<Sku> Skus
    {
        get;
        init => field = value?.Count <= 100
            ? value
            : throw new ArgumentException("Skus has more than 100 entries: ask in parts.", nameof(Skus));
    } = [];

    /// <summary>Gets the entries for each page: 1 to 100.</summary>
    /// <value>The default is 100.</value>
    public int PageSize { get; init => field = Guard.InRange(value, 1, 100); } = 100;
}
