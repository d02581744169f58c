namespace Commerce.Carriers;

/// <summary>Which shipment to cancel.</summary>
public sealed record VoidRequest
{
    /// <summary>Gets the carrier's number of the shipment.</summary>
    public required CarrierShipmentId ShipmentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the parcels to cancel; empty for all of them.</summary>
    public IReadOnlyList<TrackingNumber> TrackingNumbers { get; init => field = Guard.NoNulls(value); } = [];
}
