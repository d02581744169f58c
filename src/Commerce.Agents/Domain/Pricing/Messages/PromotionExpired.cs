namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion is over.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Code">Its code, in capitals.</param>
public sealed record PromotionExpired(Guid PromotionId, string Code) : IMessage;
