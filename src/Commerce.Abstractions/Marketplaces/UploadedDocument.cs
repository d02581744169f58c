namespace Commerce.Marketplaces;

/// <summary>A paper that the marketplace took.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="VendorId">The marketplace's key of it, where it gives one.</param>
/// <param name="IsPending">Whether the marketplace still checks it.</param>
public sealed record UploadedDocument(MarketplaceOrderId OrderId, string? VendorId = null, bool IsPending = false);
