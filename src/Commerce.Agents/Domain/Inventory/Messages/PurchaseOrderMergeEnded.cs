namespace Commerce.Agents.Domain.Inventory;

/// <summary>A draft has grown long enough.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
public sealed record PurchaseOrderMergeEnded(PurchaseOrderId PurchaseOrderId) : IMessage;
