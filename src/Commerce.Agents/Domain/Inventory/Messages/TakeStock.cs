namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes units of one product out that were kept. Only the reservation agent sends this.</summary>
/// <param name="Line">What.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reference">What they leave with.</param>
public sealed record TakeStock(StockLine Line, StockMovementKind Kind, string Reference) : IMessage;
