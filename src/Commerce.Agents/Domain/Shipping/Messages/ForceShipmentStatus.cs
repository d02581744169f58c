namespace Commerce.Agents.Domain.Shipping;

/// <summary>Sets a status that the carrier's events do not lead to: an operator's correction.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">The status.</param>
/// <param name="Reason">Why, and by whom: 1 to 500 characters, no personal data.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ForceShipmentStatus(OrderId OrderId, ShipmentStatus Status, string Reason, int Part = 1) : IMessage;
