using Commerce.Carriers;

namespace Commerce.Agents.Domain.Orders;

/// <summary>It is planned from where an order leaves: each part is picked, packed and shipped on its own.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The order's short reference.</param>
/// <param name="Strategy">How it leaves.</param>
/// <param name="Parts">The parts; a part's number is its place in this list, from 1.</param>
/// <param name="ShipTo">Where to ship.</param>
/// <param name="RequiredBy">The day by which it must arrive.</param>
/// <param name="Priority">How urgent it is.</param>
public sealed record FulfilmentPlanned(
    OrderId OrderId,
    string Number,
    FulfilmentStrategy Strategy,
    IReadOnlyList<PlannedPart> Parts,
    Party ShipTo,
    DateOnly? RequiredBy = null,
    OrderPriority Priority = OrderPriority.Normal) : IMessage;
