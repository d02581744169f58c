namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of a product in a warehouse.</summary>
public sealed record StockLevel
{
    /// <summary>Gets how many there are.</summary>
    public int OnHand { get; init; }

    /// <summary>Gets how many of them are kept for orders and transfers.</summary>
    public int Reserved { get; init; }

    /// <summary>Gets when and how much is reordered.</summary>
    public StockPolicy Policy { get; init; } = new();

    /// <summary>Gets the alert that is open.</summary>
    public StockAlert? OpenAlert { get; init; }

    /// <summary>Gets how many movements there were.</summary>
    public int Movements { get; init; }

    /// <summary>Gets who waits for units, the next first. As long as anybody waits, nothing can be sold to others.</summary>
    public IReadOnlyList<StockClaim> Waiting { get; init; } = [];

    /// <summary>Gets how many can be sold.</summary>
    public int Available => OnHand - Reserved;

    /// <summary>Gets how many are waited for and are not there.</summary>
    public int Missing => Waiting.Sum(static claim => claim.Missing);

    internal StockAlertKind? Alert => OpenAlert?.Kind;

    /// <summary>Gets how well it is stocked.</summary>
    public StockStatus Status => StockThresholds.StatusOf(this);
}
