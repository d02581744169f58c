namespace Commerce.Agents.Domain.Inventory;

/// <summary>Gives units back that were kept for an order. Repeating it changes nothing.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
public sealed record ReleaseStock(Sku Sku, OrderId OrderId) : IMessage;
