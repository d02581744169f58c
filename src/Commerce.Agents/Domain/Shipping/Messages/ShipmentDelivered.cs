namespace Commerce.Agents.Domain.Shipping;

/// <summary>A part of an order has arrived.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DeliveredAt">When.</param>
/// <param name="OnTime">Whether it came by the promised day; nothing when none was promised.</param>
/// <param name="TransitDays">The calendar days from pick-up to arrival.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ShipmentDelivered(OrderId OrderId, DateTimeOffset DeliveredAt, bool? OnTime, int TransitDays, int Part = 1) : IMessage
{
    /// <summary>Gets the shipment.</summary>
    public ShipmentId? ShipmentId { get; init; }
}
