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
}
