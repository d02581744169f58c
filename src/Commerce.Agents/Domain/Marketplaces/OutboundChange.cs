using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>The quantity that an account shall sell of a product, and what the marketplace says to it.</summary>
public sealed record OutboundChange : OutboundOffer, IEntity
{
    /// <summary>Gets how many shall be on sale.</summary>
    public required int Quantity { get; init; }

    /// <summary>Finds the key of a product's quantity.</summary>
    /// <param name="account">The marketplace account.</param>
    /// <param name="sku">The product.</param>
    /// <returns>The key.</returns>
    public static Guid IdOf(string account, Sku sku) => OrderKeys.From($"stock/{account}", sku.Value).Value;
}
