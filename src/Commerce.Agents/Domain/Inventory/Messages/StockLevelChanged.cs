namespace Commerce.Agents.Domain.Inventory;

/// <summary>The units of a SKU have changed.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="OnHand">How many there are.</param>
/// <param name="Reserved">How many of them are kept for orders.</param>
public sealed record StockLevelChanged(Sku Sku, int OnHand, int Reserved) : IMessage;
