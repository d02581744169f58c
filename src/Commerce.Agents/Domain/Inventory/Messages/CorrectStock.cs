namespace Commerce.Agents.Domain.Inventory;

/// <summary>Corrects a level by what was counted, as <see cref="AdjustStock"/> does. Only the count agent sends this.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Delta">How many more, or fewer as a negative number.</param>
public sealed record CorrectStock(Guid CountId, Sku Sku, string Warehouse, int Delta) : IMessage;
