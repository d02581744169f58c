using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>What a person fetches in a warehouse for one part of an order.</summary>
public sealed record PickList : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets which part of the order, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Gets the order's short reference.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets where it is.</summary>
    public PickListStatus Status { get; init; }

    /// <summary>Gets how urgent it is.</summary>
    public required OrderPriority Priority { get; init; }

    /// <summary>Gets the place in the queue: sorted by it, the most urgent come first, and the oldest of the same urgency.</summary>
    public required string QueuePlace { get; init; }

    /// <summary>Gets when it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the day in the warehouse on which an express order has to leave; nothing for other orders.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>Gets the lines, by their numbers.</summary>
    public IReadOnlyList<PickLine> Lines { get; init; } = [];

    /// <summary>Gets who picks.</summary>
    public string? Picker { get; init; }

    /// <summary>Gets since when it is picked.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets until when it should be picked.</summary>
    public DateTimeOffset? TargetAt { get; init; }

    /// <summary>Gets when it was completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Gets when it was packed.</summary>
    public DateTimeOffset? PackedAt { get; init; }

    /// <summary>Gets why it was cancelled.</summary>
    public string? Why { get; init; }

    /// <summary>Makes the key of the pick list agent.</summary>
    /// <param name="order">The order.</param>
    /// <param name="part">Which part of it, from 1.</param>
    /// <returns>The order, a slash, the part.</returns>
    public static string KeyOf(OrderId order, int part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{order}/{part}");
}
