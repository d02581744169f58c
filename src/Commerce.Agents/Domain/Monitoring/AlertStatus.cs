namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Where an alert is.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has looked yet.</summary>
    Open,

    /// <summary>A person looks after it.</summary>
    Acknowledged,

    /// <summary>It is over.</summary>
    Resolved,
}
