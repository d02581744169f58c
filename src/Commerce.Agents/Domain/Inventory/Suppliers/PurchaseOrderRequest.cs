namespace Commerce.Agents.Domain.Inventory;

/// <summary>A quantity of one product with the supplier's terms.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many are needed.</param>
/// <param name="UnitCost">The cost of one.</param>
/// <param name="Moq">The smallest quantity that is sold.</param>
/// <param name="Pack">How many are in a pack.</param>
/// <param name="LeadDays">The days from the order to the delivery.</param>
public sealed record PurchaseOrderRequest(Sku Sku, int Quantity, Money UnitCost, int Moq, int Pack, int LeadDays);
