using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>An order's parcels are somewhere else.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where.</param>
/// <param name="At">When.</param>
public sealed record ShipmentStatusChanged(OrderId OrderId, TrackingStatus Status, DateTimeOffset At) : IMessage;
