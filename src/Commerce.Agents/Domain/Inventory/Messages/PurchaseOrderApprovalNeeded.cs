namespace Commerce.Agents.Domain.Inventory;

/// <summary>A purchase order cannot be sent before somebody agrees to its value.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Total">The value.</param>
public sealed record PurchaseOrderApprovalNeeded(PurchaseOrderId PurchaseOrderId, string Number, string Supplier, Money Total) : IMessage;
