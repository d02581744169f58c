namespace Commerce.Agents.Domain.Inventory;

/// <summary>The pick lists of an order.</summary>
public sealed record OrderPicking
{
    /// <summary>Gets how many parts there are.</summary>
    public int Parts { get; init; }

    /// <summary>Gets a value indicating whether the order was cancelled.</summary>
    public bool IsCancelled { get; init; }
}
