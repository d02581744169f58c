using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A parcel on the exceptions shelf: it came back for a return that nobody has announced. Its id is that of the return; it goes when the return is received.</summary>
public sealed record ShelvedParcel : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets what is in it; nothing of it is in any level.</summary>
    public required IReadOnlyList<ReturnedUnits> Lines { get; init; }

    /// <summary>Gets when it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
