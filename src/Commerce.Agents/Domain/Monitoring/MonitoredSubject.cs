namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What was raised about an order, an account or another thing that is watched.</summary>
public sealed record MonitoredSubject
{
    /// <summary>Gets the alerts whose condition has not gone away by itself.</summary>
    public IReadOnlyList<AlertKey> Raised { get; init; } = [];
}
