using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Notes that a parcel was handed over. Only the agent that hands manifests over sends this.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="Manifest">The manifest's number.</param>
public sealed record HandOverParcel(CarrierCode Carrier, TrackingNumber TrackingNumber, string Manifest) : IMessage;
