using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Adds the marketplace context.</summary>
public static class MarketplacesAgentsBuilderExtensions
{
    /// <summary>The name of the agent of single orders; keys are <c>account/external id</c>.</summary>
    public const string MarketplaceOrderAgentName = "marketplace-orders";

    /// <summary>Adds the agents that take orders over and push stock. Send <see cref="SyncMarketplace"/> once for each account: it then comes back by itself.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Names the accounts.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddMarketplaces(this AgentsBuilder agents, Action<MarketplacesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(configure);
        agents.Services.AddOptions<MarketplacesOptions>().Configure(configure)
            .Validate(static options => options.Accounts.Count > 0, "Accounts is empty: name the registered accounts to serve.")
            .Validate(static options => options.StockBuffer is >= 0 and <= 1_000, "StockBuffer is out of bounds: give 0 to 1000.")
            .ValidateOnStart();
        return agents
            .AddAgent<MarketplaceSyncAgent, MarketplaceCursor>("marketplace-sync", agent => agent.Handles<SyncMarketplace>(message => message.Account))
            .AddAgent<MarketplaceOrderAgent, ImportedOrder>(MarketplaceOrderAgentName, agent => agent
                .Handles<MarketplaceOrderFound>(message => $"{message.Account}/{message.Order.Id}")
                .Handles<AcceptMarketplaceOrder>(message => $"{message.Account}/{message.ExternalId}")
                .Handles<RefuseMarketplaceOrder>(message => $"{message.Account}/{message.ExternalId}")
                .Handles<OrderShipped>(message => $"{message.Channel}/{message.ExternalId}"))
            .AddAgent<StockRouterAgent, StockRouter>("marketplace-stock-router", agent => agent.Handles<StockLevelChanged>(message => message.Sku.Value))
            .AddAgent<MarketplaceStockAgent, StockPushes>("marketplace-stock", agent => agent
                .Handles<QueueStockPush>(message => message.Account)
                .Handles<PushStock>(message => message.Account)
                .Handles<PollStockPush>(message => message.Account))
            .Commands<AcceptMarketplaceOrder>().Commands<RefuseMarketplaceOrder>().Commands<QueueStockPush>();
    }
}
