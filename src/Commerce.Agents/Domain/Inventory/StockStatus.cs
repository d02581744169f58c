namespace Commerce.Agents.Domain.Inventory;

/// <summary>How well a product is stocked.</summary>
public enum StockStatus
{
    /// <summary>Nothing can be sold.</summary>
    OutOfStock,

    /// <summary>The reorder point is reached.</summary>
    LowStock,

    /// <summary>All is well.</summary>
    InStock,

    /// <summary>There is as much as there should be at most, or more.</summary>
    Overstock,
}
