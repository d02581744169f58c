namespace Commerce.Agents.Domain.Inventory;

/// <summary>Sends a purchase order now, before its draft's time is over.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
public sealed record SendPurchaseOrder(PurchaseOrderId PurchaseOrderId) : IMessage;
