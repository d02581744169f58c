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
}
