namespace Commerce.Agents.Domain.Inventory;

/// <summary>The locations of a pick line are chosen.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="PickListId">The pick list.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Requested">How many were asked for.</param>
/// <param name="Picks">Where how many are kept; fewer than asked for when there are too few.</param>
public sealed record LocationsAllocated(
    OrderId OrderId, int Part, Guid PickListId, int Line, Sku Sku, string Warehouse, int Requested, IReadOnlyList<LocationPick> Picks) : IMessage;
