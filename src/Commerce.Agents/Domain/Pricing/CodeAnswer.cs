namespace Commerce.Agents.Domain.Pricing;

/// <summary>The answer to <see cref="ValidateCode"/>.</summary>
/// <param name="Code">The code, in capitals; <c>-</c> when it is no code.</param>
/// <param name="Result">What it takes off; nothing when the cart cannot be read or nobody knows the code.</param>
/// <param name="Refusals">Why it does not apply; empty when it does.</param>
public sealed record CodeAnswer(string Code, PromotionResult? Result, IReadOnlyList<Refusal> Refusals);
