using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A label was bought.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The number to follow it by.</param>
/// <param name="Price">What was agreed.</param>
/// <param name="Reason">Why this carrier.</param>
/// <param name="PromisedDate">The day on which it arrives, when the carrier tells.</param>
public sealed record ShipmentCreated(
    OrderId OrderId, CarrierCode Carrier, TrackingNumber TrackingNumber, Money Price, string Reason, DateOnly? PromisedDate = null) : IMessage;
