using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Tells a shipment what a carrier has pushed about its parcel.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="Events">What happened, in any order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record RecordTracking(OrderId OrderId, TrackingNumber TrackingNumber, IReadOnlyList<TrackingEvent> Events, int Part = 1) : IMessage;
