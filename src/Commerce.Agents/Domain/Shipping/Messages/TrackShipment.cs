namespace Commerce.Agents.Domain.Shipping;

/// <summary>Looks where an order's parcels are.</summary>
/// <param name="OrderId">The order.</param>
public sealed record TrackShipment(OrderId OrderId) : IMessage;
