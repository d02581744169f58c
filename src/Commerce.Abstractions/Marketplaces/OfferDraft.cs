namespace Commerce.Marketplaces;

/// <summary>A whole offer to create or replace.</summary>
public sealed record OfferDraft
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the product: an EAN, an ASIN, a marketplace number.</summary>
    public required string ProductId { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the kind of <see cref="ProductId"/>, in the marketplace's code.</summary>
    /// <value>The default is <c>EAN</c>.</value>
    public string ProductIdType { get; init => field = Guard.Text(value, 50); } = "EAN";

    /// <summary>Gets the price.</summary>
    public required Money Price { get; init => field = Guard.Positive(value); }

    /// <summary>Gets the quantity on sale: 0 to 1 000 000.</summary>
    public required int Quantity { get; init => field = Guard.InRange(value, 0, 1_000_000); }

    /// <summary>Gets the condition, in the marketplace's code.</summary>
    public required string Condition { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the business days until hand-over: 0 to 60.</summary>
    public int? LeadTimeDays { get; init => field = value is null ? null : Guard.InRange(value.Value, 0, 60); }

    /// <summary>Gets the sales channel, country or market in the marketplace's code; all of them when not given; at most 50 characters.</summary>
    public string? Channel { get; init => field = Guard.OptionalText(value, 50); }

    /// <summary>Gets the name of the offer, by which its outcome is told.</summary>
    public OfferKey Key => new(Sku, Channel);

    /// <summary>Gets the taxes and levies in the price, each code once, where the marketplace wants to be told; empty leaves them as they are.</summary>
    public IReadOnlyList<PriceTax> Taxes
    {
        get;
        init => field = Guard.NoNulls(value).DistinctBy(static tax => tax.Code, StringComparer.Ordinal).Count() == value.Count
            ? value
            : throw new ArgumentException("Taxes has a code twice: give each once.", nameof(Taxes));
    } = [];

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
