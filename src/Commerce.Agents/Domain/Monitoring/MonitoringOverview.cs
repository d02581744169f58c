namespace Commerce.Agents.Domain.Monitoring;

/// <summary>How the system is.</summary>
/// <param name="Health">In one word.</param>
/// <param name="Alerts">The alerts that are not over, the oldest first.</param>
public sealed record MonitoringOverview(SystemHealth Health, IReadOnlyList<Alert> Alerts)
{
    /// <summary>Gets the agents that send heartbeats, by their names.</summary>
    public IReadOnlyList<AgentHealth> Agents { get; init; } = [];
}
