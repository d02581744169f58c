namespace Commerce.Agents.Domain.Pricing;

/// <summary>The promotions that may apply to a cart.</summary>
/// <param name="Promotions">The active automatic ones, and those of the typed codes that exist, whatever their status.</param>
/// <param name="Uses">How often the customer used each, by code in capitals; for <see cref="PromotionFacts.Uses"/>.</param>
public sealed record PromotionCandidates(IReadOnlyList<Promotion> Promotions, IReadOnlyDictionary<string, int> Uses);
