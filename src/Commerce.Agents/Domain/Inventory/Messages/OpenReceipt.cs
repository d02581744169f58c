namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes units in that a purchase order expects. Only the purchase order agent sends this.</summary>
/// <param name="ReceiptId">The new receipt.</param>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The purchase order's number.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What came and looks good.</param>
public sealed record OpenReceipt(
    Guid ReceiptId, PurchaseOrderId PurchaseOrderId, string Number, string Supplier, string Warehouse, IReadOnlyList<ReceiptLine> Lines) : IMessage;
