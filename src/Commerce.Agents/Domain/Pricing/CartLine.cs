namespace Commerce.Agents.Domain.Pricing;

/// <summary>One product of a cart.</summary>
public sealed record CartLine
{
    internal const int MaxQuantity = 999;

    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets how many: 1 to 999.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the price of one, without tax: 0 or more.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>Gets what one costs the seller, for the warning of a low margin; not given when it is not known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Gets the product's categories, the ones above them too.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
