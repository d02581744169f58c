namespace Commerce.Marketplaces;

/// <summary>A refund that the marketplace took.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="VendorIds">The marketplace's numbers of it.</param>
/// <param name="IsPending">Whether the marketplace still works on it.</param>
public sealed record OrderRefunded(MarketplaceOrderId OrderId, IReadOnlyList<string> VendorIds, bool IsPending = false);
