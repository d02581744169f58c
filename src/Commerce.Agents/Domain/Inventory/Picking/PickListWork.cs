using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>What the pick list agent knows besides the list that people see.</summary>
public sealed record PickListWork
{
    /// <summary>Gets the pick list; nothing before there is one.</summary>
    public Guid? PickListId { get; init; }

    /// <summary>Gets what is packed.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Gets where to ship.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets the day by which it must arrive.</summary>
    public DateOnly? RequiredBy { get; init; }

    /// <summary>Gets how many lines wait for their locations before the list can be picked.</summary>
    public int Awaited { get; init; }

    /// <summary>Gets the packages, once it is packed.</summary>
    public IReadOnlyList<Parcel> Packages { get; init; } = [];

    /// <summary>Gets a value indicating whether the order was cancelled.</summary>
    public bool IsOrderCancelled { get; init; }
}
