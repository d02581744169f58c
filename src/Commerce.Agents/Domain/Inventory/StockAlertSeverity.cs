namespace Commerce.Agents.Domain.Inventory;

/// <summary>How urgent a stock alert is.</summary>
public enum StockAlertSeverity
{
    /// <summary>Soon.</summary>
    Warning,

    /// <summary>Now: nothing can be sold.</summary>
    Critical,
}
