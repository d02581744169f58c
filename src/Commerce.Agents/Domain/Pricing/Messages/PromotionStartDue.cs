namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion's start has come.</summary>
/// <param name="Code">The promotion's code, in capitals.</param>
public sealed record PromotionStartDue(string Code) : IMessage;
