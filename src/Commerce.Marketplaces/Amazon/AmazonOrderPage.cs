namespace Commerce.Marketplaces.Amazon;

/// <summary>A page of orders, with the time up to which Amazon has told everything.</summary>
/// <param name="Page">The page.</param>
/// <param name="ReadUntil">Amazon's own mark: after the last page, start the next list here. Absent when no call was needed.</param>
public sealed record AmazonOrderPage(Page<MarketplaceOrder> Page, DateTimeOffset? ReadUntil);
