namespace Commerce.Agents.Domain.Orders;

/// <summary>It is known whether an order repeats another one.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Earlier">The order that it repeats.</param>
public sealed record DuplicateChecked(OrderId OrderId, OrderId? Earlier) : IMessage;
