namespace Commerce.Agents.Domain.Inventory;

/// <summary>What the location agent knows of a product in a warehouse; the locations themselves are entities.</summary>
public sealed record LocationLedger
{
    /// <summary>Gets how often units were put away.</summary>
    public int PutAways { get; init; }

    /// <summary>Gets the alert about units that expire soon; nothing when none is open.</summary>
    public StockAlert? OpenAlert { get; init; }
}
