namespace Commerce.Marketplaces.Sync;

/// <summary>A page of orders to keep, with how far the reading is then.</summary>
/// <param name="Orders">The orders, each once.</param>
/// <param name="Cursor">The cursor after it.</param>
public sealed record OrderPage(IReadOnlyList<MarketplaceOrder> Orders, SyncCursor Cursor);
