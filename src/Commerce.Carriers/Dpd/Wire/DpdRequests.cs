namespace Commerce.Carriers.Dpd.Wire;

internal sealed record DpdLabelRequest(DpdLabelShipment Shipment, DpdCustomer CustomerInfos);

internal sealed record DpdLabelShipment(string? ShipmentId, IReadOnlyList<string> ParcelNumbers);

/// <summary>A collection at the sender's. The number of parcels is a number here, and a text in a shipment.</summary>
internal sealed record DpdPickupSchedule
{
    public required DpdCustomer CustomerInfos { get; init; }

    public IReadOnlyList<string>? ParcelNumbers { get; init; }

    public required DpdPickup Pickup { get; init; }

    public required int NumberOfParcels { get; init; }

    public required DpdAddress PickupAddress { get; init; }

    public required DpdContact PickupContact { get; init; }

    public required string PickupWeight { get; init; }

    public required string ParcelMaxWeight { get; init; }

    public string? Comment { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public string? SendingDepot { get; init; }
}

internal sealed record DpdPickup(string Date, string? FromTime, string? ToTime);

internal sealed record DpdCollectionRequest
{
    public required string RequestId { get; init; }

    public required IReadOnlyList<string> CustomerReferenceNumbers { get; init; }

    public required DpdShipmentInfos CollectionInfos { get; init; }

    public required DpdParty Customer { get; init; }

    public required DpdParty CollectionPoint { get; init; }

    public required DpdParty Receiver { get; init; }

    public required DpdParcel Parcel { get; init; }

    public required DpdPickup Pickup { get; init; }
}
