using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Asks all carriers for prices; nothing is bought.</summary>
/// <param name="RequestId">The caller's id of the question.</param>
/// <param name="ShipTo">Where to ship.</param>
/// <param name="Packages">The packages: 1 to 99.</param>
/// <param name="Warehouse">Where they leave from.</param>
/// <param name="Options">What is asked for beyond plain transport.</param>
public sealed record GetQuotes(
    Guid RequestId, Party ShipTo, IReadOnlyList<Parcel> Packages, string Warehouse = StockPlace.Main, ShipmentOptions? Options = null) : IMessage;
