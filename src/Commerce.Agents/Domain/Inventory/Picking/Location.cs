using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of one product in one bin of a warehouse.</summary>
public sealed record Location : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the location's code: zone, aisle, rack and bin, such as <c>A-01-02-3</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets how many are there: 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets how many of them are kept for pick lists.</summary>
    public int Kept { get; init; }

    /// <summary>Gets their batch; nothing when they have none.</summary>
    public string? Batch { get; init; }

    /// <summary>Gets the last day on which they can be sold; nothing when they keep.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Tells how many can be picked.</summary>
    /// <returns>0 or more.</returns>
    public int Free() => Quantity - Kept;
}
