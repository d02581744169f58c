namespace Commerce.Agents.Domain.Pricing;

/// <summary>Stops an active promotion for a while. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Code">The promotion's code, in any case.</param>
public sealed record PausePromotion(string Code) : IMessage;
