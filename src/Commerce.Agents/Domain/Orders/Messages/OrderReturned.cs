namespace Commerce.Agents.Domain.Orders;

/// <summary>All of an order came back to the sender.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
public sealed record OrderReturned(OrderId OrderId, string Number) : IMessage;
