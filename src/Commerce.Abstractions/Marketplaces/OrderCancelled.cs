namespace Commerce.Marketplaces;

/// <summary>A cancellation that the marketplace took.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="VendorIds">The marketplace's numbers of it, where it gives any.</param>
/// <param name="IsPending">Whether the marketplace still works on it.</param>
public sealed record OrderCancelled(MarketplaceOrderId OrderId, IReadOnlyList<string> VendorIds, bool IsPending = false);
