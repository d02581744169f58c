namespace Commerce.Agents.Domain.Inventory;

/// <summary>Ranks the warehouses for an order without choosing one; answered with a <see cref="WarehouseSelectionAnswer"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Order">What is ordered, what of it is where, and where it goes.</param>
public sealed record ScoreWarehouses(OrderId OrderId, WarehouseOrder Order) : IMessage;
