namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of a product in a warehouse have changed.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="OnHand">How many there are.</param>
/// <param name="Reserved">How many of them are kept.</param>
/// <param name="Delta">How many more can be sold than before, or fewer as a negative number.</param>
/// <param name="Cause">Why.</param>
public sealed record StockLevelChanged(Sku Sku, string Warehouse, int OnHand, int Reserved, int Delta, string Cause) : IMessage
{
    /// <summary>Gets how many can be sold.</summary>
    public int Available => OnHand - Reserved;
}
