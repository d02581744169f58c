namespace Commerce.Marketplaces;

/// <summary>The quantity of one SKU on sale.</summary>
public sealed record StockChange
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the absolute quantity: 0 to 1 000 000; 0 takes the offer off sale.</summary>
    public required int Quantity { get; init => field = Guard.InRange(value, 0, 1_000_000); }

    /// <summary>Gets the warehouse in the marketplace's code, where it knows warehouses.</summary>
    public string? Warehouse { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the sales channel, country or market in the marketplace's code; all of them when not given; at most 50 characters.</summary>
    public string? Channel { get; init => field = Guard.OptionalText(value, 50); }

    /// <summary>Gets the name of the offer, by which its outcome is told.</summary>
    public OfferKey Key => new(Sku, Channel, Warehouse);

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
