namespace Commerce.Agents.Domain.Orders;

/// <summary>A basket that was ordered a moment ago.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Basket">A fingerprint of lines and total.</param>
/// <param name="PlacedAt">When.</param>
public sealed record RecentBasket(OrderId OrderId, string Basket, DateTimeOffset PlacedAt);
