namespace Commerce.Agents.Domain.Inventory;

/// <summary>A supplier has told when a purchase order comes.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What is ordered.</param>
/// <param name="ExpectedOn">The day on which it comes.</param>
public sealed record PurchaseOrderConfirmed(
    PurchaseOrderId PurchaseOrderId, string Number, string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderItem> Lines, DateOnly ExpectedOn) : IMessage;
