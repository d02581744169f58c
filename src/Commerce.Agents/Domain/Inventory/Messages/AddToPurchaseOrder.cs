namespace Commerce.Agents.Domain.Inventory;

/// <summary>Begins a purchase order, or lets it grow.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What is needed, with the supplier's terms.</param>
/// <param name="IsRecommendation">Whether a line takes the greater quantity instead of the sum.</param>
public sealed record AddToPurchaseOrder(
    PurchaseOrderId PurchaseOrderId, string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderRequest> Lines, bool IsRecommendation) : IMessage;
