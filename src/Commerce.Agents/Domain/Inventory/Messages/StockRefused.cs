namespace Commerce.Agents.Domain.Inventory;

/// <summary>There are not enough units for an order.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Quantity">How many were asked for.</param>
/// <param name="Available">How many there are.</param>
public sealed record StockRefused(Sku Sku, OrderId OrderId, int Quantity, int Available) : IMessage;
