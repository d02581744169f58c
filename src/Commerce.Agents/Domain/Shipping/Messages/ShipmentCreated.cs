using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A label was bought.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The number to follow it by.</param>
/// <param name="Price">What was agreed, without tax.</param>
/// <param name="Reason">Why this carrier.</param>
/// <param name="PromisedDate">The day on which it arrives, when the carrier tells; it never changes later.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ShipmentCreated(
    OrderId OrderId, CarrierCode Carrier, TrackingNumber TrackingNumber, Money Price, string Reason, DateOnly? PromisedDate = null, int Part = 1) : IMessage
{
    /// <summary>Gets the shipment.</summary>
    public ShipmentId? ShipmentId { get; init; }

    /// <summary>Gets the service.</summary>
    public CarrierService? Service { get; init; }

    /// <summary>Gets the names of its labels in the <see cref="ILabelStore"/>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}
