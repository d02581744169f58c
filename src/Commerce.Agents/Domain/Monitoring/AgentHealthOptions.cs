namespace Commerce.Agents.Domain.Monitoring;

/// <summary>When an agent is well. Shares are fractions: 0 to 1.</summary>
public sealed class AgentHealthOptions
{
    /// <summary>Gets or sets after how long without a heartbeat an agent is offline.</summary>
    /// <value>The default is 120 seconds; 1 second to 1 day.</value>
    public TimeSpan OfflineAfter { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Gets or sets above which share of processor or memory an agent is in warning.</summary>
    /// <value>The default is 0.80.</value>
    public decimal WarningLoad { get; set; } = 0.80m;

    /// <summary>Gets or sets above which share of processor or memory an agent is in error.</summary>
    /// <value>The default is 0.95; not below <see cref="WarningLoad"/>.</value>
    public decimal ErrorLoad { get; set; } = 0.95m;

    /// <summary>Gets or sets below which share of successes an agent is in warning.</summary>
    /// <value>The default is 0.80.</value>
    public decimal WarningSuccess { get; set; } = 0.80m;

    /// <summary>Gets or sets below which share of successes an agent is in error.</summary>
    /// <value>The default is 0.50; not above <see cref="WarningSuccess"/>.</value>
    public decimal ErrorSuccess { get; set; } = 0.50m;

    /// <summary>Gets or sets above which response time an agent is in warning, and an alert is raised.</summary>
    /// <value>The default is 5 seconds; 1 millisecond to 1 hour.</value>
    public TimeSpan SlowResponse { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets above which share of the processor an alert is raised.</summary>
    /// <value>The default is 0.80.</value>
    public decimal AlertCpu { get; set; } = 0.80m;

    /// <summary>Gets or sets above which share of memory an alert is raised.</summary>
    /// <value>The default is 0.85.</value>
    public decimal AlertMemory { get; set; } = 0.85m;

    /// <summary>Gets or sets above which share of failures an alert is raised.</summary>
    /// <value>The default is 0.05.</value>
    public decimal AlertErrorRate { get; set; } = 0.05m;
}
