namespace Commerce.Agents.Domain.Pricing;

/// <summary>Writes a promotion down as a draft. Answered by an <see cref="Answer"/> with its code.</summary>
/// <param name="Terms">What it gives, and to whom.</param>
public sealed record CreatePromotion(PromotionTerms Terms) : IMessage;
