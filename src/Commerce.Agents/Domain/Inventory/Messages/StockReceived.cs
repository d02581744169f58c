namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units arrived and can be sold.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Ordered">How many the purchase order is about.</param>
/// <param name="Received">How many came now and are good.</param>
/// <param name="Batch">Their batch.</param>
public sealed record StockReceived(
    PurchaseOrderId PurchaseOrderId, Sku Sku, string Warehouse, int Ordered, int Received, string? Batch = null) : IMessage;
