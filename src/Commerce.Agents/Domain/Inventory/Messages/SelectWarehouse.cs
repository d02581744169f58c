namespace Commerce.Agents.Domain.Inventory;

/// <summary>Chooses the warehouse of an order; answered with a <see cref="WarehouseSelectionAnswer"/>. Repeating it chooses anew.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Order">What is ordered, what of it is where, and where it goes.</param>
public sealed record SelectWarehouse(OrderId OrderId, WarehouseOrder Order) : IMessage;
