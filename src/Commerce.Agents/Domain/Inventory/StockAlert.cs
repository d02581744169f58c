using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Stock that needs somebody; for a product in a warehouse at most one about the level is open, and one about what expires.</summary>
public sealed record StockAlert : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets what is wrong.</summary>
    public required StockAlertKind Kind { get; init; }

    /// <summary>Gets how urgent it is.</summary>
    public required StockAlertSeverity Severity { get; init; }

    /// <summary>Gets since when.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets until when; nothing while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
}
