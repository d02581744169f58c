using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion.</summary>
public sealed record Promotion : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the code, in capitals.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a value indicating whether it applies by itself.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Gets where it is.</summary>
    public PromotionStatus Status { get; init; }

    /// <summary>Gets what it gives, and to whom.</summary>
    public required PromotionTerms Terms { get; init; }

    /// <summary>Gets how often it was used; uses that were given back do not count.</summary>
    public int Uses { get; init; }

    /// <summary>Gets what it took off in all, one amount for each currency.</summary>
    public IReadOnlyList<Money> Discounts { get; init; } = [];
}
