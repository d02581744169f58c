namespace Commerce.Carriers;

/// <summary>A customs paper to upload.</summary>
public sealed record TradeDocument
{
    /// <summary>Gets the file name with its ending: 1 to 100 characters.</summary>
    public required string FileName { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the media type, such as <c>application/pdf</c>.</summary>
    public required string MediaType { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the bytes, at most 10 MiB.</summary>
    public required ReadOnlyMemory<byte> Content
    {
        get;
        init => field = value.Length is > 0 and <= 10 * 1024 * 1024
            ? value
            : throw new ArgumentException($"Content has {value.Length} bytes: give 1 to 10485760.", nameof(Content));
    }

    /// <summary>Gets what the paper is, in the carrier's code.</summary>
    public required string VendorType { get; init => field = Guard.Text(value, 60); }

    /// <summary>Gets the shipment that it belongs to, where papers follow the purchase (Colissimo, FedEx).</summary>
    public CarrierShipmentId? ShipmentId { get; init; }

    /// <summary>Gets the parcels that it belongs to, where the carrier asks by parcel.</summary>
    public IReadOnlyList<TrackingNumber> TrackingNumbers { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the day of hand-over of that shipment.</summary>
    public DateOnly? ShipDate { get; init; }

    /// <summary>Gets where the goods start.</summary>
    public required CountryCode Origin { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where the goods go.</summary>
    public required CountryCode Destination { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
