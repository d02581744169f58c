namespace Commerce.Agents.Domain.Inventory;

/// <summary>What is wrong with a stock level.</summary>
public enum StockAlertKind
{
    /// <summary>The reorder point is reached.</summary>
    LowStock,

    /// <summary>Nothing can be sold.</summary>
    OutOfStock,

    /// <summary>There is as much as there should be at most, or more.</summary>
    Overstock,

    /// <summary>Units expire soon, or have expired.</summary>
    ExpiringSoon,
}
