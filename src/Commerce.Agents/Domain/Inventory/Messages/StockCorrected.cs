namespace Commerce.Agents.Domain.Inventory;

/// <summary>A level was to be corrected by what was counted.</summary>
/// <param name="CountId">The count.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Delta">How many more, or fewer as a negative number.</param>
/// <param name="IsDone">Whether it was; not when units are reserved that would then not be there.</param>
public sealed record StockCorrected(Guid CountId, Sku Sku, string Warehouse, int Delta, bool IsDone) : IMessage;
