namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes units out of a location that were kept there for a pick list. Only the pick list agent sends this.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Location">The location's code.</param>
/// <param name="Quantity">How many.</param>
public sealed record TakeFromLocation(Sku Sku, string Warehouse, string Location, int Quantity) : IMessage;
