namespace Commerce.Agents.Domain.Orders;

/// <summary>Confirms an order whose stock and money are safe.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ShipTo">Where to ship, when it was not known before.</param>
/// <param name="Parts">From where it leaves; all from the main warehouse when empty.</param>
public sealed record ConfirmOrder(OrderId OrderId, Party? ShipTo, IReadOnlyList<OrderPart> Parts) : IMessage;
