using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>The change of one field of a product.</summary>
public sealed record ProductChange : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the version that has it.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the field.</summary>
    public required string Field { get; init; }

    /// <summary>Gets what it was; nothing when it was empty.</summary>
    public string? Before { get; init; }

    /// <summary>Gets what it is; nothing when it is empty.</summary>
    public string? After { get; init; }

    /// <summary>Gets who changed it.</summary>
    public required string Author { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }
}
