using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>A request that a person agrees to a product, or to a change of it.</summary>
public sealed record ProductApproval : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets to what.</summary>
    public required ProductApprovalKind Kind { get; init; }

    /// <summary>Gets what became of it.</summary>
    public ProductApprovalStatus Status { get; init; }

    /// <summary>Gets why a person must agree.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets what would be told of the product; nothing for a new product, which is agreed to as it is.</summary>
    public ProductContent? Proposed { get; init; }

    /// <summary>Gets the pictures that would take the place of the product's, the primary one first; empty when they stay.</summary>
    public IReadOnlyList<Uri> Images { get; init; } = [];

    /// <summary>Gets who asked.</summary>
    public required string Author { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Gets who decided.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Gets why it was decided so.</summary>
    public string? Note { get; init; }

    /// <summary>Gets when it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}
