namespace Commerce.Carriers;

/// <summary>One parcel of a shipment that was bought.</summary>
public sealed record ShippedParcel
{
    /// <summary>Gets the number to follow it by.</summary>
    public required TrackingNumber TrackingNumber { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the number at the network that delivers it, where it is another.</summary>
    public TrackingNumber? PartnerTrackingNumber { get; init; }

    /// <summary>Gets the public page where a person can follow it.</summary>
    public Uri? TrackingUrl { get; init; }
}
