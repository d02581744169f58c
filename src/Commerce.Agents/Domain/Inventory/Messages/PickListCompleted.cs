namespace Commerce.Agents.Domain.Inventory;

/// <summary>One part of an order was picked, in full or with what was there.</summary>
/// <param name="PickListId">The pick list.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Lines">What was picked.</param>
public sealed record PickListCompleted(Guid PickListId, OrderId OrderId, int Part, IReadOnlyList<StockLine> Lines) : IMessage;
