namespace Commerce.Agents.Domain.Pricing;

/// <summary>A promotion's end has come.</summary>
/// <param name="Code">The promotion's code, in capitals.</param>
public sealed record PromotionEndDue(string Code) : IMessage;
