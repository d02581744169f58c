namespace Commerce.Agents.Domain.Inventory;

/// <summary>Keeps an order's units without limit, because it is confirmed.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
public sealed record ExtendReservation(Sku Sku, OrderId OrderId) : IMessage;
