namespace Commerce.Agents.Domain.Inventory;

/// <summary>Goods of a purchase order came.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What came now and was good.</param>
/// <param name="IsComplete">Whether every line is complete with that.</param>
public sealed record PurchaseOrderReceived(
    PurchaseOrderId PurchaseOrderId, string Number, string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderItem> Lines, bool IsComplete) : IMessage;
