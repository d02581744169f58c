using System.Globalization;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>How alerts come and go.</summary>
public sealed class MonitoringOptions
{
    /// <summary>Gets or sets how long a resolved alert is not raised again; what is raised meanwhile waits.</summary>
    /// <value>The default is 5 minutes; 0 to 1 day.</value>
    public TimeSpan Cooldown { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the time between two looks at a condition: an alert is over when its condition was away at both.</summary>
    /// <value>The default is 30 seconds; 1 second to 1 hour.</value>
    public TimeSpan EvaluationInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long resolved alerts are kept.</summary>
    /// <value>The default is 30 days; 1 to 3 650 days.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Gets when agents that send heartbeats are well.</summary>
    public AgentHealthOptions Agents { get; } = new();

    /// <summary>Gets how urgent the alerts of each rule are; those of a rule that is not listed are warnings.</summary>
    public IDictionary<string, AlertSeverity> Severities { get; } = new Dictionary<string, AlertSeverity>(StringComparer.Ordinal)
    {
        [AlertRules.NoCarrier] = AlertSeverity.High,
        [AlertRules.ParcelSilent] = AlertSeverity.High,
        [AlertRules.StockMismatch] = AlertSeverity.Critical,
        [AlertRules.GatewayUnhealthy] = AlertSeverity.Critical,
        [AlertRules.AgentOffline] = AlertSeverity.Critical,
        [AlertRules.AgentError] = AlertSeverity.High,
    };
}

internal sealed class MonitoringOptionsValidator : IValidateOptions<MonitoringOptions>
{
    public ValidateOptionsResult Validate(string? name, MonitoringOptions options)
    {
        var mistakes = new List<string>();
        Check("Cooldown", options.Cooldown, TimeSpan.Zero, TimeSpan.FromDays(1));
        Check("EvaluationInterval", options.EvaluationInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Check("Retention", options.Retention, TimeSpan.FromDays(1), TimeSpan.FromDays(3_650));
        Check("Agents.OfflineAfter", options.Agents.OfflineAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Check("Agents.SlowResponse", options.Agents.SlowResponse, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        CheckShare("Agents.WarningLoad", options.Agents.WarningLoad, 0, 1);
        CheckShare("Agents.ErrorLoad", options.Agents.ErrorLoad, options.Agents.WarningLoad, 1);
        CheckShare("Agents.WarningSuccess", options.Agents.WarningSuccess, 0, 1);
        CheckShare("Agents.ErrorSuccess", options.Agents.ErrorSuccess, 0, options.Agents.WarningSuccess);
        CheckShare("Agents.AlertCpu", options.Agents.AlertCpu, 0, 1);
        CheckShare("Agents.AlertMemory", options.Agents.AlertMemory, 0, 1);
        CheckShare("Agents.AlertErrorRate", options.Agents.AlertErrorRate, 0, 1);
        foreach (var (rule, severity) in options.Severities)
        {
            if (!Enum.IsDefined(severity))
            {
                mistakes.Add($"Severities[{rule}] is {severity}: give Warning, High or Critical.");
            }
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void CheckShare(string field, decimal value, decimal least, decimal most)
        {
            if (value < least || value > most)
            {
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}: give {least} to {most}."));
            }
        }

        void Check(string field, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
            {
                mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}: give {least} to {most}."));
            }
        }
    }
}
