namespace Commerce.Agents.Domain.Pricing;

/// <summary>Releases a draft, at once or at its start, or lets a paused promotion go on. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Code">The promotion's code, in any case.</param>
public sealed record ActivatePromotion(string Code) : IMessage;
