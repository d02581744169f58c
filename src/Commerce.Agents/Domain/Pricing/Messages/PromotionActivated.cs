namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion can be used: it has started, goes on after a pause, or has a use again.</summary>
/// <param name="PromotionId">The promotion.</param>
/// <param name="Code">Its code, in capitals.</param>
public sealed record PromotionActivated(Guid PromotionId, string Code) : IMessage;
