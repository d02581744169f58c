namespace Commerce.Marketplaces;

/// <summary>An offer on sale.</summary>
public sealed record Offer
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the marketplace's key of the offer.</summary>
    public string? VendorOfferId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the marketplace's key of the product.</summary>
    public string? VendorProductId { get; init => field = Guard.OptionalText(value, 200); }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init => field = Guard.OptionalText(value, 1000); }

    /// <summary>Gets the quantity on sale; absent when the marketplace does not say.</summary>
    public int? Quantity { get; init => field = value is null ? null : Guard.InRange(value.Value, 0, 10_000_000); }

    /// <summary>Gets the price; absent when the offer has none.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets a value indicating whether it can be bought.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Gets why it cannot be bought, in the marketplace's words.</summary>
    public IReadOnlyList<string> Issues { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the condition in the marketplace's code.</summary>
    public string? Condition { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the sales channel, country or market in the marketplace's code; absent where there is but one, or it is in all of them; at most 50 characters.</summary>
    public string? Channel { get; init => field = Guard.OptionalText(value, 50); }

    /// <summary>Gets the name of the offer, by which its outcome is told.</summary>
    public OfferKey Key => new(Sku, Channel);

    /// <summary>Gets the offer in the vendor's own JSON, when asked for.</summary>
    public string? Raw { get; init; }
}
