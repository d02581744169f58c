namespace Commerce.Agents.Domain.Inventory;

/// <summary>A purchase order went to the supplier.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What is ordered.</param>
/// <param name="ExpectedOn">The day on which it should come, by the lead times.</param>
public sealed record PurchaseOrderSent(
    PurchaseOrderId PurchaseOrderId, string Number, string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderItem> Lines, DateOnly ExpectedOn) : IMessage;
