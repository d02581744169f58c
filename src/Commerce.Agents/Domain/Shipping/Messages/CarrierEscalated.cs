using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A carrier is asked to look after a parcel.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record CarrierEscalated(OrderId OrderId, CarrierCode Carrier, TrackingNumber TrackingNumber, string Reason, int Part = 1) : IMessage;
