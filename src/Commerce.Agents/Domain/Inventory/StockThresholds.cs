namespace Commerce.Agents.Domain.Inventory;

/// <summary>Judges stock levels by their policy. Pure functions.</summary>
public static class StockThresholds
{
    /// <summary>Says how well a product is stocked: 0 or less is out of stock, the reorder point or less is low, the maximum or more is too much.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The status.</returns>
    public static StockStatus StatusOf(StockLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Available <= 0 ? StockStatus.OutOfStock
            : level.Available <= level.Policy.ReorderPoint ? StockStatus.LowStock
            : level.OnHand >= level.Policy.Max ? StockStatus.Overstock
            : StockStatus.InStock;
    }

    /// <summary>Says which alert should be open. One about too little ends only when 1.2 times the reorder point is passed, so that it does not flicker.</summary>
    /// <param name="level">The level, with the alert that is open.</param>
    /// <returns>The alert; nothing when all is well.</returns>
    public static StockAlertKind? AlertOf(StockLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return StatusOf(level) switch
        {
            StockStatus.OutOfStock => StockAlertKind.OutOfStock,
            StockStatus.LowStock => StockAlertKind.LowStock,
            StockStatus.Overstock => StockAlertKind.Overstock,
            _ => level.Alert is StockAlertKind.LowStock or StockAlertKind.OutOfStock && level.Available <= 1.2m * level.Policy.ReorderPoint
                ? StockAlertKind.LowStock
                : null,
        };
    }

    /// <summary>Says how urgent an alert is: at 0 it is critical.</summary>
    /// <param name="kind">The alert.</param>
    /// <returns>The severity.</returns>
    public static StockAlertSeverity SeverityOf(StockAlertKind kind) =>
        kind == StockAlertKind.OutOfStock ? StockAlertSeverity.Critical : StockAlertSeverity.Warning;

    /// <summary>Says how many to order when no forecast does: what is waited for, and up to the reorder point and the safety stock; at least the reorder quantity, in whole packages.</summary>
    /// <param name="level">The level.</param>
    /// <param name="incoming">How many are on their way.</param>
    /// <returns>How many; 0 when there is enough.</returns>
    public static int SuggestedQuantity(StockLevel level, int incoming = 0)
    {
        ArgumentNullException.ThrowIfNull(level);
        var policy = level.Policy;
        var quantity = Math.Max(policy.ReorderQuantity, policy.ReorderPoint + policy.SafetyStock + level.Missing - level.Available - incoming);
        return quantity <= 0 ? 0 : (quantity + policy.PackSize - 1) / policy.PackSize * policy.PackSize;
    }
}
