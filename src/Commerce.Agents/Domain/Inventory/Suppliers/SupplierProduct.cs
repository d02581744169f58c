using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>What a supplier asks for a product.</summary>
public sealed record SupplierProduct : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the supplier's code.</summary>
    public required string Supplier { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the cost of one.</summary>
    public required Money Cost { get; init; }

    /// <summary>Gets the smallest quantity that is sold: 1 or more.</summary>
    public int Moq { get; init; } = 1;

    /// <summary>Gets how many are in a pack; only whole packs are sold.</summary>
    public int Pack { get; init; } = 1;

    /// <summary>Gets the days from an order to its delivery: 1 to 365.</summary>
    public required int LeadDays { get; init; }

    /// <summary>Gets a value indicating whether it is sold.</summary>
    public bool IsActive { get; init; } = true;
}
