namespace Commerce.Agents.Domain.Inventory;

/// <summary>When units that expire were last looked for.</summary>
public sealed record ExpiryScan
{
    /// <summary>Gets when it was begun.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Gets in how many places of products it was looked.</summary>
    public int Places { get; init; }
}
