using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>The price that an account shall show of a product, and what the marketplace says to it.</summary>
public sealed record OutboundPrice : OutboundOffer, IEntity
{
    /// <summary>Gets the price in the shop.</summary>
    public required Money ShopPrice { get; init; }

    /// <summary>Gets the price that the account shall show: the shop's by the account's rule.</summary>
    public required Money Price { get; init; }

    /// <summary>Finds the key of a product's price.</summary>
    /// <param name="account">The marketplace account.</param>
    /// <param name="sku">The product.</param>
    /// <returns>The key.</returns>
    public static Guid IdOf(string account, Sku sku) => OrderKeys.From($"price/{account}", sku.Value).Value;
}
