using Commerce.Carriers;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Everything of an order is with the carrier.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Channel">Where it was sold.</param>
/// <param name="ExternalId">The marketplace's key; empty for the own shop.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="TrackingNumber">The number to follow it by.</param>
/// <param name="PromisedDate">The day on which it arrives, when the carrier tells.</param>
public sealed record OrderShipped(
    OrderId OrderId,
    string Number,
    string Channel,
    string ExternalId,
    CarrierCode Carrier,
    TrackingNumber TrackingNumber,
    DateOnly? PromisedDate = null) : IMessage;
