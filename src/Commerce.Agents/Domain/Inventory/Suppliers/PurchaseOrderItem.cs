namespace Commerce.Agents.Domain.Inventory;

/// <summary>A quantity of one product.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many: 1 or more.</param>
public sealed record PurchaseOrderItem(Sku Sku, int Quantity);
