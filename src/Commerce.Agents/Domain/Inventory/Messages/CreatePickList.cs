using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Begins to pick one part of an order. A list that is there already goes on. Answers with an <see cref="Answer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Number">The order's short reference.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What to pick: at least one line, each of 1 or more.</param>
/// <param name="ShipTo">Where to ship.</param>
/// <param name="RequiredBy">The day by which it must arrive.</param>
/// <param name="Priority">How urgent it is.</param>
public sealed record CreatePickList(
    OrderId OrderId,
    int Part,
    string Number,
    string Warehouse,
    IReadOnlyList<OrderLine> Lines,
    Party ShipTo,
    DateOnly? RequiredBy = null,
    OrderPriority Priority = OrderPriority.Normal) : IMessage;
