namespace Commerce.Agents.Domain.Shipping;

/// <summary>A part of an order has not arrived by the promised day. Told again every day.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Promised">The promised day.</param>
/// <param name="DelayHours">The full hours since that day ended.</param>
/// <param name="NewEta">The day on which it is expected now.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ShipmentDelayed(OrderId OrderId, DateOnly Promised, int DelayHours, DateOnly NewEta, int Part = 1) : IMessage
{
    /// <summary>Gets the shipment.</summary>
    public ShipmentId? ShipmentId { get; init; }
}
