namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says when and how much of a product is reordered for a warehouse. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record SetStockPolicy(Sku Sku, StockPolicy Policy, string Warehouse = StockPlace.Main) : IMessage;
