namespace Commerce.Agents.Domain.Monitoring;

/// <summary>How the system is.</summary>
public enum SystemHealth
{
    /// <summary>Nothing is wrong.</summary>
    Healthy,

    /// <summary>There are alerts.</summary>
    Warning,

    /// <summary>An alert is high.</summary>
    Degraded,

    /// <summary>An alert is critical.</summary>
    Critical,
}
