using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What is known of an agent that sends heartbeats.</summary>
public sealed record AgentHealth : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Gets how it is.</summary>
    public AgentHealthStatus Status { get; init; }

    /// <summary>Gets why, in one sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets when it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Gets when it was heard of last: at its registration, before the first heartbeat.</summary>
    public required DateTimeOffset HeardAt { get; init; }

    /// <summary>Gets its last heartbeat; nothing before the first.</summary>
    public Heartbeat? Last { get; init; }
}
