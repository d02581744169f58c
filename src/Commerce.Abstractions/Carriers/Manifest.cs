namespace Commerce.Carriers;

/// <summary>A day that was closed.</summary>
public sealed record Manifest
{
    /// <summary>Gets the carrier's number.</summary>
    public required string Number { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the number of parcels on it.</summary>
    public required int ParcelCount { get; init => field = Guard.InRange(value, 0, 1_000_000); }

    /// <summary>Gets the documents to print.</summary>
    public required IReadOnlyList<ShippingDocument> Documents { get; init => field = Guard.NoNulls(value); }
}
