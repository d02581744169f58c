using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Takes what a carrier has pushed about a parcel.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="Events">What happened, in any order: 1 to 500.</param>
public sealed record IngestTracking(CarrierCode Carrier, TrackingNumber TrackingNumber, IReadOnlyList<TrackingEvent> Events) : IMessage;
