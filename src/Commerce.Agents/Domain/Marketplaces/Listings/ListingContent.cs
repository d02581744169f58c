namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What a listing says.</summary>
public sealed record ListingContent
{
    /// <summary>The condition that is written for a new product; a marketplace's own code takes its place.</summary>
    public const string New = "new";

    /// <summary>Gets the title: 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the product on which the offer is made: an EAN, an ASIN, a marketplace's number; 1 to 100 characters.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the kind of <see cref="ProductId"/>, in the marketplace's code.</summary>
    public string ProductIdType { get; init; } = "EAN";

    /// <summary>Gets the price, above zero and rounded to the currency's decimals.</summary>
    public required Money Price { get; init; }

    /// <summary>Gets the condition: <see cref="New"/>, or the marketplace's code; 1 to 100 characters.</summary>
    public string Condition { get; init; } = New;

    /// <summary>Gets the brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Gets the main image.</summary>
    public Uri? MainImage { get; init; }

    /// <summary>Gets the other images.</summary>
    public IReadOnlyList<Uri> Images { get; init; } = [];

    /// <summary>Gets the return policy, by its name at the marketplace.</summary>
    public string? ReturnPolicy { get; init; }

    /// <summary>Gets the business days until hand-over: 0 to 60.</summary>
    public int? LeadTimeDays { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init; } = new Dictionary<string, string>();
}
