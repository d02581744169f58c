namespace Commerce.Agents.Domain.Inventory;

/// <summary>The purchase orders to a supplier that can still grow.</summary>
public sealed record SupplierDrafts
{
    /// <summary>Gets the one draft of each warehouse, by the warehouse's code.</summary>
    public IReadOnlyDictionary<string, PurchaseOrderId> ByWarehouse { get; init; } = new Dictionary<string, PurchaseOrderId>();
}
