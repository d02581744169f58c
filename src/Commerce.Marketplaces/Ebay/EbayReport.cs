namespace Commerce.Marketplaces.Ebay;

/// <summary>A report that eBay makes in its own time.</summary>
/// <param name="Id">Its key.</param>
/// <param name="State">How far it is.</param>
/// <param name="VendorState">eBay's own word for that.</param>
public sealed record EbayReport(string Id, MarketplaceRequestState State, string VendorState);
