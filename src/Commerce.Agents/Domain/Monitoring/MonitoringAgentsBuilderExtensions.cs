using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Adds the agents that raise alerts.</summary>
public static class MonitoringAgentsBuilderExtensions
{
    /// <summary>The name of the agent that hears what goes wrong.</summary>
    public const string MonitoringAgentName = "monitoring";

    /// <summary>The name of the alert agent; keys are <see cref="AlertKey"/>s.</summary>
    public const string AlertAgentName = "alerts";

    /// <summary>The name of the agent that hears heartbeats.</summary>
    public const string AgentHealthAgentName = "agent-health";

    /// <summary>Adds the agents that raise alerts, and resolve them when their condition has gone away.</summary>
    /// <param name="agents">The agents.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The agents.</returns>
    public static AgentsBuilder AddMonitoring(this AgentsBuilder agents, Action<MonitoringOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(agents);
        return agents
            .AddOptions<MonitoringOptions, MonitoringOptionsValidator>(configure)
            .AddEntity<Alert>(static entity => entity.Index(static alert => alert.Status).Index(static alert => alert.ResolvedAt))
            .AddEntity<AlertRule>()
            .AddEntity<AgentHealth>()
            .AddDecisions()
            .AddAgent<AgentHealthAgent, AgentHealthState>(AgentHealthAgentName, static agent => agent
                .Handles<RegisterAgent>(static message => $"agent/{message.Agent}")
                .Handles<Heartbeat>(static message => $"agent/{message.Agent}")
                .Handles<CheckHeartbeat>(static message => $"agent/{message.Agent}"))
            .AddAgent<AlertRuleAgent, AlertRuleState>("alert-rules", static agent => agent
                .Handles<SetRule>(static message => $"rule/{message.Rule}")
                .Handles<SilenceRule>(static message => $"rule/{message.Rule}"))
            .AddAgent<AlertAgent, AlertState>(AlertAgentName, static agent => agent
                .Handles<RaiseAlert>(static message => new AlertKey(message.Rule, message.Subject).ToString())
                .Handles<ClearAlert>(static message => new AlertKey(message.Rule, message.Subject).ToString())
                .Handles<EvaluateAlert>(static message => new AlertKey(message.Rule, message.Subject).ToString())
                .Handles<AcknowledgeAlert>(static message => new AlertKey(message.Rule, message.Subject).ToString())
                .Handles<ResolveAlert>(static message => new AlertKey(message.Rule, message.Subject).ToString()))
            .AddAgent<AlertDeskAgent, AlertDeskNote>("alert-desk", static agent => agent
                .Handles<GetOverview>(static _ => AlertDeskAgent.Key)
                .Handles<ListAlerts>(static _ => AlertDeskAgent.Key)
                .Handles<PurgeAlerts>(static _ => AlertDeskAgent.Key))
            .AddRecurring("purge-alerts", "30 2 * * *", "UTC", static () => new PurgeAlerts())
            .AddAgent<MonitoringAgent, MonitoredSubject>(MonitoringAgentName, static agent => agent
                .Handles<OrderStuckDetected>(static message => Order(message.OrderId))
                .Handles<NoCarrierAvailable>(static message => Order(message.OrderId))
                .Handles<LostReviewOpened>(static message => Order(message.OrderId))
                .Handles<OrderConfirmed>(static message => Order(message.OrderId))
                .Handles<OrderOnHold>(static message => Order(message.OrderId))
                .Handles<OrderPaymentFailed>(static message => Order(message.OrderId))
                .Handles<OrderPartiallyShipped>(static message => Order(message.OrderId))
                .Handles<OrderShipped>(static message => Order(message.OrderId))
                .Handles<OrderCancelled>(static message => Order(message.OrderId))
                .Handles<ShipmentCreated>(static message => Order(message.OrderId))
                .Handles<ShipmentStatusChanged>(static message => Order(message.OrderId))
                .Handles<MarketplaceOrderQuarantined>(static message => $"import/{message.Account}/{message.ExternalId}")
                .Handles<OrderImported>(static message => $"import/{message.Account}/{message.ExternalId}")
                .Handles<MarketplaceSyncFailed>(static message => $"sync/{message.Account}/{message.Kind}")
                .Handles<MarketplaceSyncCompleted>(static message => $"sync/{message.Account}/{message.Kind}")
                .Handles<MarketplaceStockSynced>(static message => $"sync/{message.Account}/{SyncKinds.Stock}")
                .Handles<CapacityAlertRaised>(static message => $"warehouse/{message.Warehouse}")
                .Handles<StockMismatchDetected>(static message => $"stock/{new StockPlace(message.Sku, message.Warehouse).Key}")
                .Handles<CarrierVolumeExceeded>(static message => $"carrier/{message.Carrier.Value}")
                .Handles<PurchaseOrderOverdue>(static message => $"purchase order/{message.PurchaseOrderId}")
                .Handles<PurchaseOrderReceived>(static message => $"purchase order/{message.PurchaseOrderId}")
                .Handles<PurchaseOrderCancelled>(static message => $"purchase order/{message.PurchaseOrderId}")
                .Handles<UnknownParcelShelved>(static message => $"return/{message.RmaId}")
                .Handles<ReturnItemsReceived>(static message => $"return/{message.RmaId}")
                .Handles<GatewayHealthChanged>(static message => $"gateway/{message.Gateway}"))
            .Commands<RaiseAlert>().Commands<ClearAlert>().Commands<AcknowledgeAlert>().Commands<ResolveAlert>().Commands<GetOverview>().Commands<PurgeAlerts>()
            .Commands<ListAlerts>().Commands<SetRule>().Commands<SilenceRule>().Commands<RegisterAgent>().Commands<Heartbeat>();
    }

    private static string Order(OrderId id) => $"order/{id}";
}
