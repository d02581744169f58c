namespace Commerce.Agents.Domain.Inventory;

/// <summary>Frees units of a location that were kept there for a pick list. Only the pick list agent sends this.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Location">The location's code.</param>
/// <param name="Quantity">How many.</param>
public sealed record FreeLocation(Sku Sku, string Warehouse, string Location, int Quantity) : IMessage;
