namespace Commerce.Agents.Domain.Orders;

/// <summary>
/// Replaces units of an order that was shipped: an order of nothing to pay goes to the same address. It does not wait for units that are not there. Repeating it
/// changes nothing. Answers with an <see cref="Answer"/>; <see cref="ReplacementOrderCreated"/> follows.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="ReplacementId">The id of the order that replaces: a new one, made by the caller.</param>
/// <param name="Lines">What to replace, by product: each 1 to what was shipped and was not replaced yet.</param>
/// <param name="Reason">Why: 1 to 200 characters, no personal data.</param>
public sealed record CreateReplacementOrder(OrderId OrderId, OrderId ReplacementId, IReadOnlyDictionary<Sku, int> Lines, string Reason) : IMessage;
