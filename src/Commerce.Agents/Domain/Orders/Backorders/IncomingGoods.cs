using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Units of a product that a supplier was asked for and that have not all come.</summary>
public sealed record IncomingGoods : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the purchase order.</summary>
    public required PurchaseOrderId PurchaseOrderId { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the code of the warehouse into which they come.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the day on which they are expected.</summary>
    public required DateOnly ExpectedOn { get; init; }
}
