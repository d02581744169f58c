namespace Commerce.Agents.Domain.Inventory;

/// <summary>A level for a count.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="OnHand">How many should be there.</param>
/// <param name="IsCounted">Whether it was counted; else it is told to those who are about to.</param>
public sealed record StockMeasured(Guid CountId, Sku Sku, string Warehouse, int OnHand, bool IsCounted) : IMessage;
