namespace Commerce.Agents.Domain.Orders;

/// <summary>All money of an order that was cancelled or returned has gone back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">How much.</param>
public sealed record OrderRefunded(OrderId OrderId, Money Amount) : IMessage;
