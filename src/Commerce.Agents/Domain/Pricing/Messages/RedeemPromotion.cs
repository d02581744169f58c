namespace Commerce.Agents.Domain.Pricing;

/// <summary>Uses a promotion for a confirmed order. Repeating it for the same order changes nothing. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Code">The promotion's code, in any case.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Customer">The shop's key of the customer.</param>
/// <param name="Amount">What it took off: 0 or more.</param>
/// <param name="PricedAt">When the order was priced: one that was priced before the end may be confirmed after it. Now, when not given.</param>
public sealed record RedeemPromotion(string Code, OrderId OrderId, string Customer, Money Amount, DateTimeOffset? PricedAt = null) : IMessage;
