namespace Commerce.Agents.Domain.Shipping;

/// <summary>Chooses the carrier of a packed part again, with other requirements, and buys its label: after no carrier would do, or after its label was voided.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Requirements">What the carrier must be able to do.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record SelectCarrier(OrderId OrderId, CarrierRequirements Requirements, int Part = 1) : IMessage;
