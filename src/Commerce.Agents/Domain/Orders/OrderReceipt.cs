namespace Commerce.Agents.Domain.Orders;

/// <summary>The answer to <see cref="PlaceOrder"/>.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">The short reference; empty when it was refused.</param>
/// <param name="Totals">The sums.</param>
/// <param name="Refusals">Every objection with its field; empty when it was placed.</param>
/// <param name="IsKnown">Whether it had been placed before.</param>
public sealed record OrderReceipt(OrderId OrderId, string Number, OrderTotals? Totals, IReadOnlyList<Refusal> Refusals, bool IsKnown = false);
