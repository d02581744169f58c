namespace Commerce.Agents.Domain.Pricing;

/// <summary>The answer to <see cref="GetPromotion"/>.</summary>
/// <param name="Promotion">The promotion with its uses and what it took off.</param>
/// <param name="Refusals">Why there is none; empty when there is one.</param>
public sealed record PromotionReport(Promotion? Promotion, IReadOnlyList<Refusal> Refusals);
