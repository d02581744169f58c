namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of one SKU.</summary>
public sealed record StockLevel
{
    /// <summary>Gets how many there are.</summary>
    public int OnHand { get; init; }

    /// <summary>Gets how many are kept, by order.</summary>
    public IReadOnlyDictionary<OrderId, int> Reservations { get; init; } = new Dictionary<OrderId, int>();

    /// <summary>Gets how many are kept.</summary>
    public int Reserved => Reservations.Values.Sum();

    /// <summary>Gets how many can be sold.</summary>
    public int Available => OnHand - Reserved;
}
