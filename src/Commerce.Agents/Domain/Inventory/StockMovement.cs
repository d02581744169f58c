using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A change of the number of units that are there, written with the change itself.</summary>
public sealed record StockMovement : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets how many came, or left as a negative number.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets how many were there before.</summary>
    public required int Before { get; init; }

    /// <summary>Gets how many are there since.</summary>
    public required int After { get; init; }

    /// <summary>Gets the cause: a delivery, an order.</summary>
    public required string Reference { get; init; }
}
