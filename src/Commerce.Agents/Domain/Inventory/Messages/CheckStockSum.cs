namespace Commerce.Agents.Domain.Inventory;

/// <summary>Compares a level with the sum of its movements. Only the reconciliation agent sends this.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record CheckStockSum(Sku Sku, string Warehouse) : IMessage;
