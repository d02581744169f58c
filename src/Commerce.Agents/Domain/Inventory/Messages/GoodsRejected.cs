namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that arrived are not good: they go back to the supplier.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Batch">Their batch.</param>
public sealed record GoodsRejected(
    PurchaseOrderId PurchaseOrderId, string Supplier, string Warehouse, Sku Sku, int Quantity, string? Batch = null) : IMessage;
