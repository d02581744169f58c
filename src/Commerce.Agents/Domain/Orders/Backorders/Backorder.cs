using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Orders;

/// <summary>
/// Units of a product that an order waits for. The whole order waits until all of its units are there: what is there already is kept for it, nothing is
/// shipped ahead and nothing is charged.
/// </summary>
public sealed record Backorder : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets how many were missing when it was made: 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the code of the warehouse into which they shall come.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets its turn: the higher priority first, then the older.</summary>
    public required StockTurn Turn { get; init; }

    /// <summary>Gets where it is.</summary>
    public BackorderStatus Status { get; init; }

    /// <summary>Gets the day on which the units can be sent; nothing while no purchase order says.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>Gets when the order is cancelled, unless the units are there or the buyer waits longer.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    internal static Guid IdOf(OrderId orderId, Sku sku) => NamedIds.From("backorder", $"{orderId}/{sku}");
}
