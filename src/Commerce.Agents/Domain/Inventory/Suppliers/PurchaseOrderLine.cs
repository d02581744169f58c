namespace Commerce.Agents.Domain.Inventory;

/// <summary>One product of a purchase order.</summary>
public sealed record PurchaseOrderLine
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets how many are needed.</summary>
    public required int Requested { get; init; }

    /// <summary>Gets how many are ordered: what is needed in whole packs, and no less than the supplier sells.</summary>
    public required int Ordered { get; init; }

    /// <summary>Gets the cost of one.</summary>
    public required Money UnitCost { get; init; }

    /// <summary>Gets the days from the order to the delivery.</summary>
    public required int LeadDays { get; init; }

    /// <summary>Gets how many came and were good.</summary>
    public int Accepted { get; init; }

    /// <summary>Gets how many came and were not.</summary>
    public int Rejected { get; init; }

    /// <summary>Tells how many are still to come.</summary>
    /// <returns>The quantity: 0 or more.</returns>
    public int Outstanding() => Math.Max(0, Ordered - Accepted);
}
