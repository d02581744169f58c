namespace Commerce.Agents.Domain.Orders;

/// <summary>The products of a purchase order that are listed as <see cref="IncomingGoods"/>.</summary>
public sealed record IncomingOrder
{
    /// <summary>Gets the products.</summary>
    public IReadOnlyList<Sku> Skus { get; init; } = [];
}
