namespace Commerce.Agents.Domain.Orders;

/// <summary>Begins an order that replaces units of another one. Only the order agent sends this.</summary>
/// <param name="OrderId">The new order.</param>
/// <param name="OriginalId">The order whose units it replaces.</param>
/// <param name="Customer">Who gets it: the shop's key of the customer.</param>
/// <param name="Lines">The lines, for nothing.</param>
/// <param name="ShipTo">Where to ship. Personal data.</param>
/// <param name="Priority">How urgent it is.</param>
public sealed record OpenReplacementOrder(
    OrderId OrderId, OrderId OriginalId, string Customer, IReadOnlyList<OrderLine> Lines, Party ShipTo, OrderPriority Priority) : IMessage;
