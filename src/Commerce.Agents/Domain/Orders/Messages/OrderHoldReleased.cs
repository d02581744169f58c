namespace Commerce.Agents.Domain.Orders;

/// <summary>A reason to wait is gone.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Reason">The reason.</param>
public sealed record OrderHoldReleased(OrderId OrderId, string Reason) : IMessage;
