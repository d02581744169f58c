using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Remembers whose parcel a tracking number is.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record LinkTrackingNumber(CarrierCode Carrier, TrackingNumber TrackingNumber, OrderId OrderId, int Part = 1) : IMessage;
