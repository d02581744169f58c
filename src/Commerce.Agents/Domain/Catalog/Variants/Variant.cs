using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>A variant of a product.</summary>
public sealed record Variant : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Parent { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets a value for each attribute of the product.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Gets a value indicating whether it stands for the product.</summary>
    public bool IsMaster { get; init; }

    /// <summary>Gets a value indicating whether it is sold.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Gets the price of its own; the product's price holds when there is none, and outside its window.</summary>
    public VariantPrice? Price { get; init; }

    /// <summary>Gets the version, from 1: each change is one more.</summary>
    public int Version { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Gets who changed it last.</summary>
    public required string Author { get; init; }

    /// <summary>Finds the id of a variant: that of a SKU is always the same.</summary>
    /// <param name="sku">The SKU.</param>
    /// <returns>The id.</returns>
    public static Guid IdOf(Sku sku) => OrderKeys.From("variant", sku.Value).Value;
}
