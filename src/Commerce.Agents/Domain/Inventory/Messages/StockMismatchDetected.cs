namespace Commerce.Agents.Domain.Inventory;

/// <summary>A level is not the sum of its movements: somebody must look why, and have it counted.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="OnHand">The level.</param>
/// <param name="Sum">The sum of the movements.</param>
public sealed record StockMismatchDetected(Sku Sku, string Warehouse, int OnHand, int Sum) : IMessage;
