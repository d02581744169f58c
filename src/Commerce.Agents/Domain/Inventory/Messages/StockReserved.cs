namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units are kept for an order.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Quantity">How many.</param>
public sealed record StockReserved(Sku Sku, OrderId OrderId, int Quantity) : IMessage;
