namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What the agent knows that hears heartbeats.</summary>
public sealed record AgentHealthState
{
    /// <summary>Gets how the agent is; nothing before it was registered.</summary>
    public AgentHealth? Health { get; init; }

    /// <summary>Gets the rules whose alert was raised and not cleared.</summary>
    public IReadOnlyList<string> Raised { get; init; } = [];
}
