using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A product that is or was in a warehouse.</summary>
public sealed record StockedPlace : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets how many are on the shelves.</summary>
    public int OnHand { get; init; }

    /// <summary>Gets how many of them are reserved.</summary>
    public int Reserved { get; init; }

    /// <summary>Gets how many can be sold.</summary>
    public int Available => OnHand - Reserved;
}
