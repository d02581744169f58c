namespace Commerce.Agents.Domain.Orders;

/// <summary>An order was cancelled.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Reason">Why.</param>
/// <param name="Channel">Where it was sold.</param>
/// <param name="ExternalId">The marketplace's key; empty for the own shop.</param>
public sealed record OrderCancelled(OrderId OrderId, string Number, string Reason, string Channel = Order.OwnShop, string ExternalId = "") : IMessage;
