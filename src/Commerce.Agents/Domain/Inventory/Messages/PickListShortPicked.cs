namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of an order are missing and not in any other location of the warehouse.</summary>
/// <param name="PickListId">The pick list.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Lines">What is missing.</param>
public sealed record PickListShortPicked(Guid PickListId, OrderId OrderId, int Part, IReadOnlyList<StockLine> Lines) : IMessage;
