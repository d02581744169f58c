using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Nothing was heard of a parcel for too long: a person decides whether it is lost, and files a claim.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The parcel.</param>
/// <param name="SilentSince">When it was last heard of.</param>
/// <param name="Reason">Which limit has passed.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record LostReviewOpened(
    OrderId OrderId, CarrierCode Carrier, TrackingNumber TrackingNumber, DateTimeOffset SilentSince, string Reason, int Part = 1) : IMessage;
