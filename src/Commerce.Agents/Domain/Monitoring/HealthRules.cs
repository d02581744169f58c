using System.Globalization;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Judges how the system and its agents are.</summary>
public static class HealthRules
{
    /// <summary>Judges by the alerts that are not over: the most urgent one counts.</summary>
    /// <param name="alerts">Their severities.</param>
    /// <returns>How the system is.</returns>
    public static SystemHealth Judge(IEnumerable<AlertSeverity> alerts) => Judge(alerts, []);

    /// <summary>
    /// Judges by the alerts that are not over and by the agents: critical when an alert is, or when more than half of the agents are offline; degraded
    /// when an alert is high or an agent is in error; warning when there are alerts.
    /// </summary>
    /// <param name="alerts">Their severities.</param>
    /// <param name="agents">How the agents are.</param>
    /// <returns>How the system is.</returns>
    public static SystemHealth Judge(IEnumerable<AlertSeverity> alerts, IReadOnlyCollection<AgentHealthStatus> agents)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(agents);
        var byAlerts = alerts.Select(static severity => severity switch
        {
            AlertSeverity.Critical => SystemHealth.Critical,
            AlertSeverity.High => SystemHealth.Degraded,
            _ => SystemHealth.Warning,
        }).DefaultIfEmpty(SystemHealth.Healthy).Max();
        var byAgents = agents.Count(static status => status == AgentHealthStatus.Offline) * 2 > agents.Count ? SystemHealth.Critical
            : agents.Contains(AgentHealthStatus.Error) ? SystemHealth.Degraded
            : SystemHealth.Healthy;
        return byAlerts > byAgents ? byAlerts : byAgents;
    }

    /// <summary>Judges an agent by its heartbeat.</summary>
    /// <param name="heartbeat">The heartbeat.</param>
    /// <param name="bounds">When an agent is well.</param>
    /// <returns>How it is, and why.</returns>
    public static AgentJudgement Judge(Heartbeat heartbeat, AgentHealthOptions bounds)
    {
        ArgumentNullException.ThrowIfNull(heartbeat);
        ArgumentNullException.ThrowIfNull(bounds);
        (string Name, decimal Value, bool IsError, bool IsWarning, bool IsAlert)[] measures =
        [
            ("processor", heartbeat.Cpu, heartbeat.Cpu > bounds.ErrorLoad, heartbeat.Cpu > bounds.WarningLoad, heartbeat.Cpu > bounds.AlertCpu),
            ("memory", heartbeat.Memory, heartbeat.Memory > bounds.ErrorLoad, heartbeat.Memory > bounds.WarningLoad, heartbeat.Memory > bounds.AlertMemory),
            (
                "success ratio",
                heartbeat.SuccessRatio,
                heartbeat.SuccessRatio < bounds.ErrorSuccess,
                heartbeat.SuccessRatio < bounds.WarningSuccess,
                1 - heartbeat.SuccessRatio > bounds.AlertErrorRate),
            ("response seconds", (decimal)heartbeat.ResponseTime.TotalSeconds, false, heartbeat.ResponseTime > bounds.SlowResponse, heartbeat.ResponseTime > bounds.SlowResponse),
        ];
        var status = measures.Any(static measure => measure.IsError) ? AgentHealthStatus.Error
            : measures.Any(static measure => measure.IsWarning) ? AgentHealthStatus.Warning
            : AgentHealthStatus.Healthy;
        var strained = measures.Where(static measure => measure.IsAlert).Select(Told).ToList();
        var bad = measures.Where(static measure => measure.IsError || measure.IsWarning).Select(Told).ToList();
        return new AgentJudgement(
            status,
            [.. measures.Select(static measure => new DecisionPart(
                measure.Name + (measure.IsError ? ": error" : measure.IsWarning ? ": warning" : ""), measure.Value))],
            bad.Count == 0 ? "Everything is within its bounds." : $"Out of bounds: {string.Join(", ", bad)}.",
            strained.Count == 0 ? null : $"Out of bounds: {string.Join(", ", strained)}.");

        static string Told((string Name, decimal Value, bool IsError, bool IsWarning, bool IsAlert) measure) =>
            string.Create(CultureInfo.InvariantCulture, $"{measure.Name} {measure.Value:0.###}");
    }
}
