using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A new order of a marketplace was understood: once for each order.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
/// <param name="OrderId">The order that it becomes here.</param>
/// <param name="Lines">The lines that we ship.</param>
/// <param name="Totals">The marketplace's sums.</param>
/// <param name="Commission">The marketplace's commission.</param>
/// <param name="Buyer">Who buys, where the marketplace tells.</param>
/// <param name="ShipTo">Where it goes, once the marketplace tells.</param>
public sealed record MarketplaceOrderReceived(
    string Account,
    string ExternalId,
    OrderId OrderId,
    IReadOnlyList<OrderLine> Lines,
    OrderTotals Totals,
    Money Commission,
    MarketplaceBuyer? Buyer,
    Party? ShipTo) : IMessage;
