namespace Commerce.Agents.Domain.Inventory;

/// <summary>One part of an order is not picked.</summary>
/// <param name="PickListId">The pick list.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record PickListCancelled(Guid PickListId, OrderId OrderId, int Part, string Reason) : IMessage;
