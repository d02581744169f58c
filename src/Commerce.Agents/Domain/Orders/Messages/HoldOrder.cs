namespace Commerce.Agents.Domain.Orders;

/// <summary>Stops an order until a person has looked.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">Why.</param>
public sealed record HoldOrder(OrderId OrderId, string Reason) : IMessage;
