namespace Commerce.Agents.Domain.Monitoring;

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity
{
    /// <summary>Soon.</summary>
    Warning,

    /// <summary>Today.</summary>
    High,

    /// <summary>Now.</summary>
    Critical,
}
