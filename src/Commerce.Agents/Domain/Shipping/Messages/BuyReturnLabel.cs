namespace Commerce.Agents.Domain.Shipping;

/// <summary>Buys the label of a return from one of its carriers.</summary>
/// <param name="RmaId">The return.</param>
/// <param name="Choice">Which of its carriers, cheapest first, from 0.</param>
public sealed record BuyReturnLabel(Guid RmaId, int Choice) : IMessage;
