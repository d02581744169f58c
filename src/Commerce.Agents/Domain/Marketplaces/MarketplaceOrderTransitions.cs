namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Which step of a marketplace's order may follow which.</summary>
public static class MarketplaceOrderTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<MarketplaceOrderStatus> Table { get; } = new("marketplace order", new Dictionary<MarketplaceOrderStatus, MarketplaceOrderStatus[]>
    {
        [MarketplaceOrderStatus.Received] = [MarketplaceOrderStatus.Imported, MarketplaceOrderStatus.Quarantined, MarketplaceOrderStatus.Cancelled],
        [MarketplaceOrderStatus.Quarantined] = [MarketplaceOrderStatus.Imported, MarketplaceOrderStatus.Cancelled],
        [MarketplaceOrderStatus.Imported] = [MarketplaceOrderStatus.Confirmed, MarketplaceOrderStatus.Cancelled],
        [MarketplaceOrderStatus.Confirmed] = [MarketplaceOrderStatus.Shipped, MarketplaceOrderStatus.Cancelled],
        [MarketplaceOrderStatus.Shipped] = [MarketplaceOrderStatus.Delivered, MarketplaceOrderStatus.Refunded],
        [MarketplaceOrderStatus.Delivered] = [MarketplaceOrderStatus.Refunded],
    });
}
