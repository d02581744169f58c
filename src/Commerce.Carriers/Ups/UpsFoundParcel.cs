namespace Commerce.Carriers.Ups;

/// <summary>A parcel that a search has found.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="IsVoid">Whether it has been cancelled.</param>
/// <param name="InShipment">How many parcels its shipment has; 0 when UPS does not tell.</param>
internal sealed record UpsFoundParcel(ShippedParcel Parcel, bool IsVoid, int InShipment);
