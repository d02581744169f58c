namespace Commerce.Carriers;

/// <summary>Which shipment to cancel.</summary>
public sealed record VoidRequest
{
    /// <summary>Gets the carrier's number of the shipment.</summary>
    public required CarrierShipmentId ShipmentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the parcels to cancel; empty for all of them.</summary>
    public IReadOnlyList<TrackingNumber> TrackingNumbers { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
