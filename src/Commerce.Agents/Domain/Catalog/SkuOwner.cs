using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>What a SKU names: a product or a variant of one, never both.</summary>
public sealed record SkuOwner : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the product of which it is a variant; nothing when it is a product.</summary>
    public Sku? Parent { get; init; }

    /// <summary>Finds the id: that of a SKU is always the same, so that it is given once.</summary>
    internal static Guid IdOf(Sku sku) => OrderKeys.From("sku", sku.Value).Value;
}
