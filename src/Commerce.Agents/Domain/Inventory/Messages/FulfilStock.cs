namespace Commerce.Agents.Domain.Inventory;

/// <summary>Takes an order's units out, because they left.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
public sealed record FulfilStock(Sku Sku, OrderId OrderId) : IMessage;
