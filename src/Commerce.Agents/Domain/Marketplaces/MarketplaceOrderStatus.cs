namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Where a marketplace's order is.</summary>
public enum MarketplaceOrderStatus
{
    /// <summary>Seen; it has no order of ours yet.</summary>
    Received,

    /// <summary>It is an order of ours.</summary>
    Imported,

    /// <summary>Stock is kept and the marketplace was told so.</summary>
    Confirmed,

    /// <summary>It is with the carrier.</summary>
    Shipped,

    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>It will not be shipped.</summary>
    Cancelled,

    /// <summary>The buyer has the money back.</summary>
    Refunded,

    /// <summary>It cannot be imported until somebody repairs what its reasons tell.</summary>
    Quarantined,
}
