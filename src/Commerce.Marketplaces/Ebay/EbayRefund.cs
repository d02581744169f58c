namespace Commerce.Marketplaces.Ebay;

/// <summary>A refund that eBay lists at an order.</summary>
public sealed record EbayRefund
{
    /// <summary>Gets eBay's key: one of <see cref="OrderRefunded.VendorIds"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the line; absent for the order as a whole.</summary>
    public MarketplaceOrderLineId? LineId { get; init; }

    /// <summary>Gets the amount; absent when eBay does not tell it.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets when it was paid.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Gets how far it is.</summary>
    public required MarketplaceRequestState State { get; init; }
}
