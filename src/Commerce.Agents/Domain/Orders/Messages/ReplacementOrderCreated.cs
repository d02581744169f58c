namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was made that replaces units of another one, for nothing.</summary>
/// <param name="OriginalOrderId">The order whose units it replaces.</param>
/// <param name="ReplacementOrderId">The new order.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="ShipTo">Where it goes. Personal data.</param>
public sealed record ReplacementOrderCreated(OrderId OriginalOrderId, OrderId ReplacementOrderId, IReadOnlyList<OrderLine> Lines, Party ShipTo) : IMessage;
