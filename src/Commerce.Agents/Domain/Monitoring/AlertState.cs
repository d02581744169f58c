namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What the alert agent knows of a rule and a subject.</summary>
public sealed record AlertState
{
    /// <summary>Gets the last alert; nothing when there was none.</summary>
    public Alert? Alert { get; init; }

    /// <summary>Gets a value indicating whether its condition was away when it was last looked at.</summary>
    public bool IsCleared { get; init; }
}
