namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of a product in a warehouse.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record StockLine(Sku Sku, int Quantity, string Warehouse = StockPlace.Main)
{
    internal StockPlace Place => new(Sku, Warehouse);
}
