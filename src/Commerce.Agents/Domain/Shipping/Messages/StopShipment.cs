namespace Commerce.Agents.Domain.Shipping;

/// <summary>Stops the shipment of a part of a cancelled order: no label is bought, one that is bought is voided.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record StopShipment(OrderId OrderId, string Reason, int Part = 1) : IMessage;
