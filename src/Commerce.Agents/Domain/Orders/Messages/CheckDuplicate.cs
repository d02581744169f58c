namespace Commerce.Agents.Domain.Orders;

/// <summary>Asks whether the same basket was ordered a moment ago.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="Basket">A fingerprint of lines and total.</param>
/// <param name="PlacedAt">When.</param>
public sealed record CheckDuplicate(OrderId OrderId, string Customer, string Basket, DateTimeOffset PlacedAt) : IMessage;
