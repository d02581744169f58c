namespace Commerce.Agents.Domain.Orders;

/// <summary>An order that replaces units of another one.</summary>
/// <param name="OrderId">The order that was made for it.</param>
/// <param name="Lines">What it replaces, by product.</param>
/// <param name="Reason">Why.</param>
public sealed record Replacement(OrderId OrderId, IReadOnlyDictionary<Sku, int> Lines, string Reason);
