using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An order that was imported has changed at the marketplace.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
/// <param name="OrderId">The order.</param>
/// <param name="State">The marketplace's state.</param>
public sealed record MarketplaceOrderUpdated(string Account, string ExternalId, OrderId OrderId, MarketplaceOrderState State) : IMessage;
