namespace Commerce.Agents.Domain.Orders;

/// <summary>What may be shipped of one line of an order.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Ordered">How many were ordered.</param>
/// <param name="Cancelled">How many of them were called off: 0 to all.</param>
public sealed record ShippableLine(Sku Sku, int Ordered, int Cancelled = 0);
