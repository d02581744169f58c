namespace Commerce.Agents.Domain.Pricing;

/// <summary>Asks for a promotion with its uses and what it took off. Answered by a <see cref="PromotionReport"/>.</summary>
/// <param name="Code">The promotion's code, in any case.</param>
public sealed record GetPromotion(string Code) : IMessage;
