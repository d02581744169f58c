namespace Commerce.Agents.Domain.Pricing;

/// <summary>
/// Gives the use of a promotion back, for an order that was cancelled before it was handed over. Repeating it changes nothing. Answered by an
/// <see cref="Answer"/>.
/// </summary>
/// <param name="Code">The promotion's code, in any case.</param>
/// <param name="OrderId">The order.</param>
public sealed record ReverseRedemption(string Code, OrderId OrderId) : IMessage;
