using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>A variant for which an order waits.</summary>
public sealed record OpenOrderLine : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the variant.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Finds the id: that of an order and a SKU is always the same.</summary>
    internal static Guid IdOf(OrderId orderId, Sku sku) => OrderKeys.From($"open line {orderId}", sku.Value).Value;
}
