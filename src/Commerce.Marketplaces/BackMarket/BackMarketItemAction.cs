namespace Commerce.Marketplaces.BackMarket;

/// <summary>What was done with an item before it goes back to the buyer.</summary>
/// <param name="Value">Back Market's word.</param>
public readonly record struct BackMarketItemAction(string Value)
{
    /// <summary>Gets: it was repaired.</summary>
    public static BackMarketItemAction Repair { get; } = new("REPAIR");

    /// <summary>Gets: another one is sent.</summary>
    public static BackMarketItemAction Replace { get; } = new("REPLACE");

    /// <summary>Gets: nothing was wrong with it.</summary>
    public static BackMarketItemAction Nothing { get; } = new("NOTHING");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
