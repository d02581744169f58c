namespace Commerce.Agents.Domain.Inventory;

/// <summary>Calls a purchase order off.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Reason">Why; no personal data.</param>
public sealed record CancelPurchaseOrder(PurchaseOrderId PurchaseOrderId, string Reason) : IMessage;
