namespace Commerce.Agents.Domain.Inventory;

/// <summary>Notes a delivery, all of its lines or none. Repeating a delivery note changes nothing.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Reference">The delivery note's number: 1 to 64 characters.</param>
/// <param name="Lines">What came, each SKU once.</param>
public sealed record ReceivePurchaseOrder(PurchaseOrderId PurchaseOrderId, string Reference, IReadOnlyList<PurchaseReceiptLine> Lines) : IMessage;
