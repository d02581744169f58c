using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A change of the number of units that are there, written with the change itself: a level is the sum of its movements.</summary>
public sealed record StockMovement : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the cause.</summary>
    public required StockMovementKind Kind { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets how many came, or left as a negative number.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets how many were there before.</summary>
    public required int Before { get; init; }

    /// <summary>Gets how many are there since.</summary>
    public required int After { get; init; }

    /// <summary>Gets what it belongs to: a delivery, an order, a reason.</summary>
    public required string Reference { get; init; }

    /// <summary>Gets which movement of the product in the warehouse it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Gets the cost of one, when it is known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Gets the batch, when it is known.</summary>
    public string? Batch { get; init; }
}
