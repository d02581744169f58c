namespace Commerce.Agents.Domain.Inventory;

/// <summary>A level was corrected.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Delta">How many more, or fewer as a negative number.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words.</param>
public sealed record StockAdjusted(Sku Sku, string Warehouse, int Delta, StockMovementKind Kind, string Reason) : IMessage;
