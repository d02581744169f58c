namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units that were asked for and are not there.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Requested">How many were asked for.</param>
/// <param name="Available">How many there were.</param>
public sealed record StockShortage(Sku Sku, string Warehouse, int Requested, int Available);
