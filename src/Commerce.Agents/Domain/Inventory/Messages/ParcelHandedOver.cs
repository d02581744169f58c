using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A carrier has a parcel.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="Manifest">The manifest's number.</param>
/// <param name="At">When.</param>
public sealed record ParcelHandedOver(
    OrderId OrderId, int Part, CarrierCode Carrier, TrackingNumber TrackingNumber, string Manifest, DateTimeOffset At) : IMessage;
