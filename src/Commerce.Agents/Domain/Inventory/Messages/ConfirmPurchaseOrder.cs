namespace Commerce.Agents.Domain.Inventory;

/// <summary>Notes the day on which a supplier will deliver.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="ExpectedOn">The day; not past.</param>
public sealed record ConfirmPurchaseOrder(PurchaseOrderId PurchaseOrderId, DateOnly ExpectedOn) : IMessage;
