using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification as it is listed: what became of it, without its text.</summary>
public sealed record NotificationEntry : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the recipient's key.</summary>
    public required string Recipient { get; init; }

    /// <summary>Gets the template.</summary>
    public required string Template { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets where it is.</summary>
    public NotificationStatus Status { get; init; }

    /// <summary>Gets the channel that has it, or that was tried last; nothing before the first try.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the tries by that channel.</summary>
    public int Tries { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it is tried next, while it waits.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets when a channel took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets when it was read.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Gets why it waits, or ended as it did. No personal data.</summary>
    public string Reason { get; init; } = "";
}
