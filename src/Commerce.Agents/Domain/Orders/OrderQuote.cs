using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;

namespace Commerce.Agents.Domain.Orders;

/// <summary>What an order would cost.</summary>
/// <param name="Priced">The lines and sums; absent when it is refused.</param>
/// <param name="Sale">What the tax agent is to record; absent when it is refused.</param>
/// <param name="Promotions">What promotions did, where there are any.</param>
/// <param name="Refusals">Every objection with its field.</param>
internal sealed record OrderQuote(PricedOrder? Priced, CalculateTax? Sale, PromotionResult? Promotions, IReadOnlyList<Refusal> Refusals);
