namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which step of a purchase order may follow which.</summary>
public static class PurchaseOrderTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<PurchaseOrderStatus> Table { get; } = new("purchase order", new Dictionary<PurchaseOrderStatus, PurchaseOrderStatus[]>
    {
        [PurchaseOrderStatus.Draft] = [PurchaseOrderStatus.Sent, PurchaseOrderStatus.Cancelled],
        [PurchaseOrderStatus.Sent] = [PurchaseOrderStatus.Confirmed, PurchaseOrderStatus.Cancelled],
        [PurchaseOrderStatus.Confirmed] = [PurchaseOrderStatus.PartiallyReceived, PurchaseOrderStatus.Cancelled],
        [PurchaseOrderStatus.PartiallyReceived] = [PurchaseOrderStatus.Received],
    });
}
