namespace Commerce.Agents.Domain.Orders;

/// <summary>All that an order waited for is kept for it: it goes on to its payment.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Skus">The products that it waited for.</param>
public sealed record BackorderReady(OrderId OrderId, IReadOnlyList<Sku> Skus) : IMessage;
