namespace Commerce.Agents.Domain.Inventory;

/// <summary>Adds units that arrived. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="Reference">What they came with: 1 to 200 characters.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Kind">Where they come from: a receipt, a return, a transfer.</param>
/// <param name="UnitCost">The cost of one, for the value of the stock: 0 or more; nothing when it is not known.</param>
/// <param name="Batch">The batch: 1 to 64 characters; nothing when they have none.</param>
public sealed record ReceiveStock(
    Sku Sku,
    int Quantity,
    string Reference,
    string Warehouse = StockPlace.Main,
    StockMovementKind Kind = StockMovementKind.Receipt,
    Money? UnitCost = null,
    string? Batch = null) : IMessage;
