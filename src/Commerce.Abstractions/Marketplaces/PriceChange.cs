namespace Commerce.Marketplaces;

/// <summary>The price of one SKU.</summary>
public sealed record PriceChange
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the price that the buyer pays, above zero, at most the decimals of the currency.</summary>
    public required Money Price
    {
        get;
        init => field = Guard.Positive(value).Round() == value
            ? value
            : throw new ArgumentException($"Price is {value}: round it to {value.Currency.Exponent} decimals.", nameof(Price));
    }

    /// <summary>Gets the struck-through price, at least <see cref="Price"/>.</summary>
    public Money? OriginalPrice { get; init => field = value is null ? null : Guard.Positive(value.Value); }

    /// <summary>Gets the sales channel or country, in the marketplace's code; all of them when not given.</summary>
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

    /// <summary>Gets the price below which the marketplace's own repricing must not go, above zero and at most <see cref="Price"/>.</summary>
    public Money? MinimumPrice { get; init => field = value is null ? null : Guard.Positive(value.Value); }

    /// <summary>Gets from when on the price holds; at once when not given.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Gets until when the price holds; without end when not given.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
