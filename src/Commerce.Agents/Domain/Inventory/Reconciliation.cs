namespace Commerce.Agents.Domain.Inventory;

/// <summary>When stock was last reconciled.</summary>
public sealed record Reconciliation
{
    /// <summary>Gets when it was begun.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Gets how many levels were compared.</summary>
    public int Places { get; init; }
}
