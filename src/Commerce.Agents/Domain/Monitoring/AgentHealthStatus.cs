namespace Commerce.Agents.Domain.Monitoring;

/// <summary>How an agent is.</summary>
public enum AgentHealthStatus
{
    /// <summary>Nothing is wrong.</summary>
    Healthy,

    /// <summary>It is strained.</summary>
    Warning,

    /// <summary>It hardly works.</summary>
    Error,

    /// <summary>It is not heard of.</summary>
    Offline,
}
