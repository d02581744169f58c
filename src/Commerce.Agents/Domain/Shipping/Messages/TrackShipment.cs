namespace Commerce.Agents.Domain.Shipping;

/// <summary>Looks where an order's parcels are.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record TrackShipment(OrderId OrderId, int Part = 1) : IMessage;
