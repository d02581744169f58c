using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>An order's parcels are somewhere else.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where.</param>
/// <param name="At">When.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ShipmentStatusChanged(OrderId OrderId, TrackingStatus Status, DateTimeOffset At, int Part = 1) : IMessage;
