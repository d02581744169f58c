namespace Commerce.Agents.Domain.Inventory;

/// <summary>What was told about a purchase order that does not come.</summary>
public sealed record PurchaseOrderFollowUp
{
    /// <summary>Gets what was told last; nothing while it is in time.</summary>
    public OverdueStep? Told { get; init; }
}
