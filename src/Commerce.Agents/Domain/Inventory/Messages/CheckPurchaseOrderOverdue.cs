namespace Commerce.Agents.Domain.Inventory;

/// <summary>Looks whether a purchase order is late.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Step">How late it would be.</param>
public sealed record CheckPurchaseOrderOverdue(PurchaseOrderId PurchaseOrderId, OverdueStep Step) : IMessage;
