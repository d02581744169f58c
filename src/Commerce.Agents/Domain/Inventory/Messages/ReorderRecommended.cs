namespace Commerce.Agents.Domain.Inventory;

/// <summary>A product should be bought: the best supplier gets it into its next purchase order.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Warehouse">The code of the warehouse that needs it.</param>
/// <param name="Quantity">How many are missing in all; 0 asks for nothing.</param>
/// <param name="DailyDemand">How many are sold in a day, when known: it bounds what may be bought too much.</param>
public sealed record ReorderRecommended(Sku Sku, string Warehouse, int Quantity, decimal? DailyDemand = null) : IMessage;
