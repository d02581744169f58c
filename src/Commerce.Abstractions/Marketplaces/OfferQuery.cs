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

    /// <summary>Gets the sales channel, country or market in the marketplace's code; all of them when not given; at most 50 characters.</summary>
    public string? Channel { get; init => field = Guard.OptionalText(value, 50); }

    /// <summary>Gets a value indicating whether <see cref="Offer.Raw"/> is kept.</summary>
    public bool IncludeRaw { get; init; }
}
