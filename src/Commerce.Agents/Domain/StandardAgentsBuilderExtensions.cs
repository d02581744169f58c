using Commerce.Agents.Domain.CustomerCare;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Monitoring;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain;

/// <summary>Adds all contexts that an order passes on its way.</summary>
public static class StandardAgentsBuilderExtensions
{
    /// <summary>
    /// Adds orders, inventory, payments, prices, promotions, shipping, notifications and monitoring, and marketplaces where accounts are given. The host
    /// registers the catalogue (<see cref="Catalog.IProductCatalog"/>, or <c>AddCatalog</c>), the gateway and the carriers. Options of a context are set
    /// by <c>Configure</c>, or by adding the contexts one by one instead.
    /// </summary>
    /// <param name="agents">The agents.</param>
    /// <param name="shipping">Says at least where parcels leave from.</param>
    /// <param name="marketplaces">Names the registered accounts to serve; none when not given.</param>
    /// <returns>The builder.</returns>
    public static AgentsBuilder AddStandardAgents(
        this AgentsBuilder agents, Action<ShippingOptions> shipping, Action<MarketplacesOptions>? marketplaces = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(shipping);
        agents.AddOrders().AddInventory().AddPayments().AddPrices().AddPromotions().AddShipping(shipping).AddNotifications().AddMonitoring();
        return marketplaces is null ? agents : agents.AddMarketplaces(marketplaces);
    }
}
