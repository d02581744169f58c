using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>An order is packed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference.</param>
/// <param name="Packages">The packages.</param>
/// <param name="ShipTo">Where to ship.</param>
/// <param name="RequiredBy">The day by which it must arrive.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Warehouse">Where it waits.</param>
public sealed record OrderReadyToShip(
    OrderId OrderId, string Number, IReadOnlyList<Parcel> Packages, Party ShipTo, DateOnly? RequiredBy, int Part = 1,
    string Warehouse = StockPlace.Main) : IMessage;
