namespace Commerce.Agents.Domain.Inventory;

/// <summary>Agrees to the value that a draft has now; one that waits for it is sent.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Total">The value that is agreed to: that of the draft.</param>
public sealed record ApprovePurchaseOrder(PurchaseOrderId PurchaseOrderId, Money Total) : IMessage;
