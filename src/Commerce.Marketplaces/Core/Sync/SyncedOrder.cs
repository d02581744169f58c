namespace Commerce.Marketplaces.Sync;

/// <summary>One version of an order that was taken over and waits to be handled.</summary>
/// <param name="Account">The account.</param>
/// <param name="Order">The order as it was read.</param>
/// <param name="Fingerprint">What it holds.</param>
/// <param name="Version">The number of this version, from 1 on.</param>
public sealed record SyncedOrder(string Account, MarketplaceOrder Order, OrderFingerprint Fingerprint, int Version)
{
    /// <summary>Gets whether the order is new or has changed.</summary>
    public OrderChange Change => Version == 1 ? OrderChange.New : OrderChange.Updated;

    /// <summary>Gets the name of this version, the same however often it is handed over: <c>account/order/version</c>.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Account}/{Order.Id}/{Version}");
}
