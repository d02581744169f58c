namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where units of a product are.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
public readonly record struct StockPlace(Sku Sku, string Warehouse = StockPlace.Main)
{
    /// <summary>The code of the only warehouse of a small shop.</summary>
    public const string Main = "main";

    /// <summary>Gets the key of the stock agent: the warehouse, a slash, the SKU.</summary>
    public string Key => $"{Warehouse}/{Sku}";
}
