namespace Commerce.Agents.Domain.Inventory;

/// <summary>A line of an order for which a warehouse is looked for.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="Available">How many can be sold, by warehouse code; a warehouse that is missing has none. The stock levels are asked when not given.</param>
/// <param name="GoodsClass">What the goods need of a warehouse: "cold", "hazardous"; nothing for ordinary goods.</param>
public sealed record WarehouseOrderLine(Sku Sku, int Quantity, IReadOnlyDictionary<string, int>? Available = null, string? GoodsClass = null);
