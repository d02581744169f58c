namespace Commerce.Agents.Domain.Inventory;

/// <summary>A purchase order was called off.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Reason">Why.</param>
public sealed record PurchaseOrderCancelled(
    PurchaseOrderId PurchaseOrderId, string Number, string Supplier, string Warehouse, string Reason) : IMessage;
