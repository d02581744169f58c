using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Buys the label for the way back of a return: the cheapest tracked service to the warehouse.</summary>
/// <param name="RmaId">The return.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The return's short reference, which is printed on the label: 1 to 35 characters.</param>
/// <param name="From">Who sends it back.</param>
/// <param name="Packages">The packages: 1 to 99.</param>
/// <param name="Warehouse">Where they go.</param>
public sealed record CreateReturnShipment(
    Guid RmaId, OrderId OrderId, string Number, Party From, IReadOnlyList<Parcel> Packages, string Warehouse = StockPlace.Main) : IMessage;
