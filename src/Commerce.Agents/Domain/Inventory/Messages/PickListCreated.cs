namespace Commerce.Agents.Domain.Inventory;

/// <summary>Somebody picks an order.</summary>
/// <param name="OrderId">The order.</param>
public sealed record PickListCreated(OrderId OrderId) : IMessage;
