using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An order was listed, new or not.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Order">The order as the marketplace gives it.</param>
public sealed record MarketplaceOrderFound(string Account, MarketplaceOrder Order) : IMessage;
