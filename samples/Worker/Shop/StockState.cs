namespace Commerce.Samples.Worker.Shop;

/// <summary>The stock of one SKU.</summary>
public sealed record StockState
{
    public int OnHand { get; init; }

    public IReadOnlyDictionary<string, int> Reservations { get; init; } = new Dictionary<string, int>();

    public bool IsOnOrder { get; init; }

    internal int Available => OnHand - Reservations.Values.Sum();
}
