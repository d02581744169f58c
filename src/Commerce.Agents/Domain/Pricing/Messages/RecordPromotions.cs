namespace Commerce.Agents.Domain.Pricing;

/// <summary>Tells which promotions an order was priced with; they are redeemed when it is confirmed. Sent by whoever priced it, once.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Customer">The shop's key of the customer.</param>
/// <param name="Result">What they took off.</param>
public sealed record RecordPromotions(OrderId OrderId, string Customer, PromotionResult Result) : IMessage;
