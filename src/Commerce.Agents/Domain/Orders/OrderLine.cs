namespace Commerce.Agents.Domain.Orders;

/// <summary>One line of an order.</summary>
public sealed record OrderLine
{
    /// <summary>Gets the SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets how many: 1 to 999.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the price of one, as it is in the catalogue: with tax where <see cref="OrderOptions.PricesIncludeTax"/>.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>Gets the goods of the line after discount, without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>Gets the tax of the line.</summary>
    public required Money Tax { get; init; }

    /// <summary>Gets the weight of one.</summary>
    public required Weight UnitWeight { get; init; }

    /// <summary>Gets the size of one.</summary>
    public Dimensions? UnitSize { get; init; }
}
