namespace Commerce.Agents.Domain.Inventory;

/// <summary>There is as much as there should be at most, or more. Told once, until it is over.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Available">How many can be sold.</param>
/// <param name="ReorderPoint">At how many more is ordered.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="SuggestedQuantity">How many to order when no forecast says.</param>
public sealed record OverstockDetected(
    Sku Sku, string Warehouse, int Available, int ReorderPoint, StockAlertSeverity Severity, int SuggestedQuantity) : IMessage;
