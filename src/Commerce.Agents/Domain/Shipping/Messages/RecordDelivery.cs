using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Learns from a parcel that has arrived.</summary>
/// <param name="Sample">The parcel.</param>
/// <param name="Cost">What its transport cost, without tax.</param>
public sealed record RecordDelivery(DeliverySample Sample, Money Cost) : IMessage;
