namespace Commerce.Agents.Domain.Inventory;

/// <summary>A draft that should have grown was no longer open: what was needed goes into the next one.</summary>
/// <param name="Closed">The purchase order that was no longer open.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What is needed, with the supplier's terms.</param>
/// <param name="IsRecommendation">Whether a line takes the greater quantity instead of the sum.</param>
public sealed record ReorderAfterClosing(
    PurchaseOrderId Closed, string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderRequest> Lines, bool IsRecommendation) : IMessage;
