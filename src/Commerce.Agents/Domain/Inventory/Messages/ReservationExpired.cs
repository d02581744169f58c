namespace Commerce.Agents.Domain.Inventory;

/// <summary>A reservation has reached its end.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OrderId">The order.</param>
public sealed record ReservationExpired(Sku Sku, OrderId OrderId) : IMessage;
