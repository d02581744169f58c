namespace Commerce.Carriers;

/// <summary>Which label to fetch again.</summary>
public sealed record ReprintRequest
{
    /// <summary>Gets the carrier's number of the shipment.</summary>
    public required CarrierShipmentId ShipmentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the one parcel; <see langword="null"/> for all of them.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    /// <summary>Gets the form of the label.</summary>
    public LabelSpecification Label { get; init => field = Guard.NotNull(value); } = new();

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
