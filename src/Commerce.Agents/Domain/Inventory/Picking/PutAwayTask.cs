using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that have no location yet.</summary>
public sealed record PutAwayTask : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets how many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets how many of them are in a location.</summary>
    public int Done { get; init; }

    /// <summary>Gets where they come from: a delivery, a pick list that was cancelled.</summary>
    public required string Reference { get; init; }

    /// <summary>Gets their batch; nothing when they have none.</summary>
    public string? Batch { get; init; }

    /// <summary>Gets the last day on which they can be sold; nothing when they keep.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when all of them were in locations.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
