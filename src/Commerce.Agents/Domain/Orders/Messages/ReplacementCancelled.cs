namespace Commerce.Agents.Domain.Orders;

/// <summary>Tells an order that a replacement of its units does not come. Only the order agent sends this.</summary>
/// <param name="OrderId">The order whose units were to be replaced.</param>
/// <param name="ReplacementId">The order that was to replace them.</param>
public sealed record ReplacementCancelled(OrderId OrderId, OrderId ReplacementId) : IMessage;
