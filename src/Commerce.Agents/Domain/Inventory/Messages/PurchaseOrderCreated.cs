namespace Commerce.Agents.Domain.Inventory;

/// <summary>A purchase order was begun. Told again with all lines when it grows: the last one counts.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What is ordered.</param>
/// <param name="ExpectedOn">The day on which it would come if it were sent now.</param>
public sealed record PurchaseOrderCreated(
    PurchaseOrderId PurchaseOrderId, string Number, string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderItem> Lines, DateOnly ExpectedOn) : IMessage;
