using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What a marketplace's word for a product means here.</summary>
public sealed record SkuMapping : IEntity
{
    /// <summary>Gets the key: the same for the same account and word.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the marketplace account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the marketplace's word.</summary>
    public required string ExternalSku { get; init; }

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets a value indicating whether the word is the marketplace's own number of the product, not a seller's SKU: stock is not pushed under it.</summary>
    public bool IsProductNumber { get; init; }

    /// <summary>Finds the key of a mapping.</summary>
    /// <param name="account">The marketplace account.</param>
    /// <param name="externalSku">The marketplace's word.</param>
    /// <returns>The key.</returns>
    public static Guid IdOf(string account, string externalSku) => OrderKeys.From($"sku/{account}", externalSku).Value;
}
