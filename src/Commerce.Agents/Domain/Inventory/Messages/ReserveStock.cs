namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps units for an order, all of them or none. Repeating it changes nothing.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Quantity">How many: 1 or more.</param>
public sealed record ReserveStock(Sku Sku, OrderId OrderId, int Quantity) : IMessage;
