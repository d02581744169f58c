namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks for the units of a product in a warehouse. Answers with a <see cref="StockLevel"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record CheckAvailability(Sku Sku, string Warehouse = StockPlace.Main) : IMessage;
