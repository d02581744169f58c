using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Something that somebody should look at.</summary>
public sealed record Alert : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the rule that raised it.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets how urgent it is.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>Gets where it is.</summary>
    public AlertStatus Status { get; init; }

    /// <summary>Gets a value indicating whether it is over.</summary>
    public bool IsResolved => Status == AlertStatus.Resolved;

    /// <summary>Gets why it was raised last. No personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets when it was raised first.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Gets when it was raised last.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Gets how often it was raised, from 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Gets who looks after it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>Gets since when somebody looks after it.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Gets who resolved it; nothing when its condition went away by itself.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>Gets when it was over.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Gets what was done.</summary>
    public string Note { get; init; } = "";
}
