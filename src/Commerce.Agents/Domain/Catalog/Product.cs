using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>A product.</summary>
public sealed record Product : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets whose it is: the merchant's tenant; empty for the shop itself.</summary>
    public string Merchant { get; init; } = "";

    /// <summary>Gets where it is.</summary>
    public ProductStatus Status { get; init; }

    /// <summary>Gets what is told of it.</summary>
    public required ProductContent Content { get; init; }

    /// <summary>Gets the GTIN as 14 digits, by which duplicates are found; nothing when it has none.</summary>
    public string? Gtin14 { get; init; }

    /// <summary>Gets its pictures and other media.</summary>
    public IReadOnlyList<ProductMedia> Media { get; init; } = [];

    /// <summary>Gets the picture that stands for it; there is one as soon as there is a picture.</summary>
    public Guid? PrimaryImage { get; init; }

    /// <summary>Gets the version, from 1: each change is one more.</summary>
    public int Version { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Gets when it was first put on sale.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>Finds the id of a product: that of a SKU is always the same.</summary>
    /// <param name="sku">The SKU.</param>
    /// <returns>The id.</returns>
    public static Guid IdOf(Sku sku) => OrderKeys.From("product", sku.Value).Value;
}
