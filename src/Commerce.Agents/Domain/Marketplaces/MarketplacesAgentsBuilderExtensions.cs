using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Pricing;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Adds the marketplace context.</summary>
public static class MarketplacesAgentsBuilderExtensions
{
    /// <summary>The name of the agent of single orders; keys are <c>account/external id</c>.</summary>
    public const string MarketplaceOrderAgentName = "marketplace-orders";

    /// <summary>The name of the listing agent; keys are <c>account/SKU</c>.</summary>
    public const string ListingAgentName = "listings";

    /// <summary>Adds the agents that take orders over, push stock and prices, keep listings and carry messages. Send <see cref="SyncMarketplace"/> and <see cref="FetchMessages"/> once for each account: they then come back by themselves.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Names the accounts.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddMarketplaces(this AgentsBuilder agents, Action<MarketplacesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentNullException.ThrowIfNull(configure);
        return agents
            .AddOptions<MarketplacesOptions, MarketplacesOptionsValidator>(configure)
            .AddDecisions()
            .AddEntity<MarketplaceOrderRecord>(entity => entity.Index(order => order.Account, order => order.Status).Index(order => order.IsCommissionFlagged))
            .AddEntity<SkuMapping>(entity => entity.Index(mapping => mapping.Account))
            .AddEntity<SyncRun>(entity => entity.Index(run => run.Account, run => run.StartedAt))
            .AddEntity<OutboundChange>(entity => entity.Index(change => change.Account))
            .AddEntity<OutboundPrice>(entity => entity.Index(price => price.Account, price => price.Status))
            .AddEntity<MarketplaceMessage>(entity => entity.Index(message => message.Account, message => message.OrderRef))
            .AddOrderAgents()
            .AddStockAgents()
            .AddPriceAgents()
            .AddListings()
            .AddAgent<MarketplaceMessageAgent, MarketplaceInbox>("marketplace-messages", agent => agent
                .Handles<FetchMessages>(message => message.Account)
                .Handles<SendMessage>(message => message.Account))
            .Commands<FetchMessages>().Commands<SendMessage>();
    }

    private static AgentsBuilder AddOrderAgents(this AgentsBuilder agents) => agents
        .AddAgent<MarketplaceSyncAgent, MarketplaceCursor>("marketplace-sync", agent => agent
            .Handles<SyncMarketplace>(message => message.Account)
            .Handles<GetSyncHistory>(message => message.Account))
        .AddAgent<SkuMappingAgent, SkuMappingNote>("marketplace-skus", agent => agent.Handles<SetSkuMapping>(message => $"{message.Account}/{message.ExternalSku}"))
        .AddAgent<MarketplaceOrderAgent, ImportedOrder>(MarketplaceOrderAgentName, agent => agent
            .Handles<MarketplaceOrderFound>(message => $"{message.Account}/{message.Order.Id}")
            .Handles<RetryQuarantined>(message => $"{message.Account}/{message.ExternalId}")
            .Handles<AcceptMarketplaceOrder>(message => $"{message.Account}/{message.ExternalId}")
            .Handles<RefuseMarketplaceOrder>(message => $"{message.Account}/{message.ExternalId}")
            .Handles<CheckMarketplaceCancellation>(message => $"{message.Account}/{message.ExternalId}")
            .Handles<OrderCancelled>(message => $"{message.Channel}/{message.ExternalId}")
            .Handles<OrderShipped>(message => $"{message.Channel}/{message.ExternalId}"))
        .Commands<GetSyncHistory>().Commands<SetSkuMapping>().Commands<RetryQuarantined>()
        .Sends<ImportOrder>("orders of marketplaces need them, call AddOrders").Sends<CancelOrder>("orders of marketplaces need them, call AddOrders")
            .Commands<AcceptMarketplaceOrder>().Commands<RefuseMarketplaceOrder>();

    private static AgentsBuilder AddStockAgents(this AgentsBuilder agents) => agents
        .AddAgent<StockRouterAgent, StockRouter>("marketplace-stock-router", agent => agent.Handles<StockLevelChanged>(message => message.Sku.Value))
        .AddAgent<MarketplaceStockAgent, StockPushes>("marketplace-stock", agent => agent
            .Handles<QueueStockPush>(message => message.Account)
            .Handles<PushStock>(message => message.Account)
            .Handles<PollStockPush>(message => message.Account)
            .Handles<ReconcileOffers>(message => message.Account))
        .Commands<QueueStockPush>();

    private static AgentsBuilder AddPriceAgents(this AgentsBuilder agents) => agents
        .AddAgent<PriceRouterAgent, PriceRouter>("marketplace-price-router", agent => agent.Handles<PriceChanged>(message => message.Sku.Value))
        .AddAgent<MarketplacePriceAgent, PricePushes>("marketplace-prices", agent => agent
            .Handles<PushPrice>(message => message.Account)
            .Handles<SendPrices>(message => message.Account)
            .Handles<PollPricePush>(message => message.Account)
            .Handles<RetryPrices>(message => message.Account))
        .Commands<PushPrice>();

    private static AgentsBuilder AddListings(this AgentsBuilder agents) => agents
        .AddEntity<Listing>(entity => entity.Index(listing => listing.Account, listing => listing.Status).Index(listing => listing.Sku))
        .AddAgent<ListingAgent, ListingState>(ListingAgentName, agent => agent
            .Handles<CreateListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<UpdateListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<PublishListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<EndListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<ResyncListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<GetListingHealth>(message => $"{message.Account}/{message.Sku}")
            .Handles<FollowListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<MonitorListing>(message => $"{message.Account}/{message.Sku}")
            .Handles<MarketplaceInventorySynced>(message => $"{message.Account}/{message.Sku}")
            .Handles<MarketplacePriceSynced>(message => $"{message.Account}/{message.Sku}")
            .Handles<EndDiscontinuedListing>(message => $"{message.Account}/{message.Sku}"))
        .AddAgent<ListingRouterAgent, ListingRouter>("listing-router", agent => agent.Handles<ProductDiscontinued>(message => message.Sku.Value))
        .Commands<EndDiscontinuedListing>()
        .Commands<CreateListing>().Commands<UpdateListing>().Commands<PublishListing>().Commands<EndListing>().Commands<ResyncListing>()
        .Commands<GetListingHealth>();
}
