namespace Commerce.Agents.Domain.Pricing;

/// <summary>The price of a product is another one. Told when it takes effect.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Old">The price before, without tax.</param>
/// <param name="New">The price, without tax.</param>
/// <param name="ChangePct">The change in per cent of the price before, two decimals; nothing where that was 0.</param>
/// <param name="Reason">Why. No personal data.</param>
/// <param name="EffectiveAt">Since when.</param>
public sealed record PriceChanged(Sku Sku, Money Old, Money New, decimal? ChangePct, string Reason, DateTimeOffset EffectiveAt) : IMessage;
