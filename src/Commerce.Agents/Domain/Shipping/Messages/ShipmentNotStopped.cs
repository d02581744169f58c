namespace Commerce.Agents.Domain.Shipping;

/// <summary>The part of a cancelled order could not be stopped: somebody must ask the carrier, or wait for the parcel to come back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record ShipmentNotStopped(OrderId OrderId, string Reason, int Part = 1) : IMessage;
