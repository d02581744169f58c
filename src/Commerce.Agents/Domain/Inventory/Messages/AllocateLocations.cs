namespace Commerce.Agents.Domain.Inventory;

/// <summary>Chooses the locations from which units are picked, and keeps the units there. As many as there are, when there are too few.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="PickListId">The pick list.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="Except">The codes of locations that are not to be chosen.</param>
public sealed record AllocateLocations(
    OrderId OrderId, int Part, Guid PickListId, int Line, Sku Sku, string Warehouse, int Quantity, IReadOnlyList<string> Except) : IMessage;
