namespace Commerce.Marketplaces;

/// <summary>A decision that the marketplace took.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="WasAlreadyDecided">Whether it had been decided before.</param>
public sealed record OrderDecided(MarketplaceOrderId OrderId, bool WasAlreadyDecided = false);
