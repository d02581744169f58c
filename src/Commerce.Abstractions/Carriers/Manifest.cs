namespace Commerce.Carriers;

/// <summary>A list of parcels that was closed for the driver.</summary>
public sealed record Manifest
{
    /// <summary>Gets the carrier's number; absent where the carrier gives none (FedEx).</summary>
    public string? Number { get; init => field = Guard.OptionalText(value, 100); }

    /// <summary>Gets the number of parcels on it, when the carrier tells.</summary>
    public int? ParcelCount { get; init => field = value is null ? null : Guard.InRange(value.Value, 0, 1_000_000); }

    /// <summary>Gets the parcels on it, when they are known: a parcel that is on none is not delivered.</summary>
    public IReadOnlyList<TrackingNumber> TrackingNumbers { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the documents to print.</summary>
    public required IReadOnlyList<ShippingDocument> Documents { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets the answer in the carrier's own words, without documents.</summary>
    public string? Raw { get; init; }
}
