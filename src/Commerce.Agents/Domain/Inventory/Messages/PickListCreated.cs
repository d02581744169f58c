namespace Commerce.Agents.Domain.Inventory;

/// <summary>Somebody picks an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Part">Which part of the order, from 1.</param>
public sealed record PickListCreated(OrderId OrderId, int Part = 1) : IMessage;
