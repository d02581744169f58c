namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A quantity that an account works on.</summary>
/// <param name="ExternalSku">The SKU under which the marketplace sells it.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many.</param>
public sealed record SentStock(Sku ExternalSku, Sku Sku, int Quantity) : ISentOffer<int>
{
    /// <inheritdoc/>
    int ISentOffer<int>.Value => Quantity;
}
