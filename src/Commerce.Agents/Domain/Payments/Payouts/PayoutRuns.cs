namespace Commerce.Agents.Domain.Payments;

/// <summary>What is remembered of the runs.</summary>
public sealed record PayoutRuns
{
    /// <summary>Gets when the last run was.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
