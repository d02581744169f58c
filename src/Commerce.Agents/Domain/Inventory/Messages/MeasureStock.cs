namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks a level for a count. Only the count agent sends this.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="IsCounted">Whether it was counted; else it is told to those who are about to.</param>
public sealed record MeasureStock(Guid CountId, Sku Sku, string Warehouse, bool IsCounted) : IMessage;
