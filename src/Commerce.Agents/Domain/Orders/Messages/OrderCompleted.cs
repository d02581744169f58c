namespace Commerce.Agents.Domain.Orders;

/// <summary>A delivered order is closed.</summary>
/// <param name="OrderId">The order.</param>
public sealed record OrderCompleted(OrderId OrderId) : IMessage;
