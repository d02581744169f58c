namespace Commerce.Agents.Domain.Monitoring;

/// <summary>The rules that raise alerts by themselves.</summary>
public static class AlertRules
{
    /// <summary>An order does not go on; the subject is its id.</summary>
    public const string OrderStuck = "order-stuck";

    /// <summary>No carrier takes a part of an order; the subject is the order's id, a slash, the part.</summary>
    public const string NoCarrier = "no-carrier";

    /// <summary>Nothing was heard of a parcel for too long; the subject is the order's id, a slash, the part.</summary>
    public const string ParcelSilent = "parcel-silent";

    /// <summary>A marketplace's order cannot be imported; the subject is the account, a slash, the marketplace's key.</summary>
    public const string OrderQuarantined = "marketplace-order-quarantined";

    /// <summary>An account cannot be kept in step; the subject is the account, a slash, what was done.</summary>
    public const string SyncFailed = "marketplace-sync-failed";

    /// <summary>A warehouse is over a bound; the subject is its code, a slash, the bound.</summary>
    public const string Capacity = "warehouse-capacity";

    /// <summary>A stock level is not the sum of its movements; the subject is the warehouse's code, a slash, the SKU.</summary>
    public const string StockMismatch = "stock-mismatch";

    /// <summary>A carrier gets more parcels than planned; the subject is its code.</summary>
    public const string CarrierVolume = "carrier-volume";

    /// <summary>A parcel came back for a return that nobody has announced; the subject is the return's id.</summary>
    public const string UnknownParcel = "unknown-parcel";

    /// <summary>A purchase order is so late that others should be asked; the subject is its id.</summary>
    public const string PurchaseOrderOverdue = "purchase-order-overdue";

    /// <summary>A payment gateway does not answer as it should; the subject is the name under which it was registered.</summary>
    public const string GatewayUnhealthy = "payment-gateway-unhealthy";

    /// <summary>An agent is not heard of; the subject is the agent.</summary>
    public const string AgentOffline = "agent-offline";

    /// <summary>An agent hardly works; the subject is the agent.</summary>
    public const string AgentError = "agent-error";

    /// <summary>An agent is over a bound; the subject is the agent.</summary>
    public const string AgentStrained = "agent-strained";
}
