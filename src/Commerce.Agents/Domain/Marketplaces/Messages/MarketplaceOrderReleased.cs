namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>The marketplace has the money and shows the address: ship.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ShipTo">Where to ship.</param>
public sealed record MarketplaceOrderReleased(OrderId OrderId, Party ShipTo) : IMessage;
