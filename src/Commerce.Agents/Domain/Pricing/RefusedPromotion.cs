namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion that takes nothing off.</summary>
/// <param name="Code">Its code, in capitals; <c>-</c> for a text that is no code and may be anything, which is not passed on.</param>
/// <param name="Refusal">Why, with the condition as the field; <c>Codes[0]</c> when it is about the first typed code itself.</param>
public sealed record RefusedPromotion(string Code, Refusal Refusal);
