using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>An order for which a warehouse is looked for.</summary>
/// <param name="Lines">What is ordered, and what of it is where; at least one line.</param>
/// <param name="ShipTo">Where it goes; nothing while nobody has told: all warehouses are then equally far, and none is left out for its countries.</param>
/// <param name="Service">How fast it shall be.</param>
/// <param name="Weight">What it weighs.</param>
/// <param name="Volume">The room that it takes, in cubic metres: 0 or more.</param>
public sealed record WarehouseOrder(
    IReadOnlyList<WarehouseOrderLine> Lines, WarehouseDestination? ShipTo, ServiceLevel Service, Weight Weight, decimal Volume)
{
    /// <summary>Gets a value indicating whether the order can wait for units: then a warehouse that has nothing of it is looked at too.</summary>
    public bool MayWait { get; init; }
}
