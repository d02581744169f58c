namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A price that an account works on.</summary>
/// <param name="ExternalSku">The SKU under which the marketplace sells it.</param>
/// <param name="Sku">The product.</param>
/// <param name="Price">What the buyer pays there.</param>
public sealed record SentPrice(Sku ExternalSku, Sku Sku, Money Price) : ISentOffer<Money>
{
    /// <inheritdoc/>
    Money ISentOffer<Money>.Value => Price;
}
