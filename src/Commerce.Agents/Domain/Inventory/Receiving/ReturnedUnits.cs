namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of a product that a buyer sends back.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many: 1 to 10 000.</param>
public sealed record ReturnedUnits(Sku Sku, int Quantity);
