namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion was used as often as it may be.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Code">Its code, in capitals.</param>
public sealed record PromotionExhausted(Guid PromotionId, string Code) : IMessage;
