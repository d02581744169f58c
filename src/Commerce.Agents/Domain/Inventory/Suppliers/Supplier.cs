using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Somebody from whom goods are bought.</summary>
public sealed record Supplier : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the code that people and messages use: 1 to 32 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the company's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the currency of its prices.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets what people think of it: 0 to 10.</summary>
    public required decimal Rating { get; init; }

    /// <summary>Gets a value indicating whether it is bought from.</summary>
    public bool IsActive { get; init; } = true;
}
