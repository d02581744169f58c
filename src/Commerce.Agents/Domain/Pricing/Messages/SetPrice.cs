namespace Commerce.Agents.Domain.Pricing;

/// <summary>Gives a product a price, at once. Answered by <see cref="Answer"/>; <see cref="PriceChanged"/> follows when it differs from the one before.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Price">The price without tax: more than 0, in the currency of the price before, with its decimals.</param>
/// <param name="Reason">Why: 1 to 200 characters, no personal data.</param>
/// <param name="Actor">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SetPrice(Sku Sku, Money Price, string Reason, string Actor) : IMessage;
