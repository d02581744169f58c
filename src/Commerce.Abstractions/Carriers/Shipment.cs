namespace Commerce.Carriers;

/// <summary>What was bought: numbers, labels, price.</summary>
public sealed record Shipment
{
    /// <summary>Gets the carrier's number of the whole shipment; needed to cancel it.</summary>
    public required CarrierShipmentId Id { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the parcels, in the order of the request.</summary>
    public required IReadOnlyList<ShippedParcel> Parcels { get; init => field = Guard.NotEmpty(value, 99); }

    /// <summary>Gets the parcels of the way back, when their labels were bought with it; the labels are in <see cref="Documents"/>.</summary>
    public IReadOnlyList<ShippedParcel> Returns { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the documents to print: labels, customs forms.</summary>
    public required IReadOnlyList<ShippingDocument> Documents { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets what the carrier says that it charges; <see langword="null"/> when it does not say.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets what the carrier noted without refusing.</summary>
    public IReadOnlyList<CarrierMessage> Messages { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the answer in the carrier's own words, without documents.</summary>
    public string? Raw { get; init; }

    /// <summary>Gets the number of the first parcel, which stands for all.</summary>
    public TrackingNumber TrackingNumber => Parcels[0].TrackingNumber;
}
