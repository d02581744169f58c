namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Which step of an alert may follow which. One that is resolved before anybody looked passes through acknowledged.</summary>
public static class AlertTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<AlertStatus> Table { get; } = new("alert", new Dictionary<AlertStatus, AlertStatus[]>
    {
        [AlertStatus.Open] = [AlertStatus.Acknowledged],
        [AlertStatus.Acknowledged] = [AlertStatus.Resolved],
    });
}
