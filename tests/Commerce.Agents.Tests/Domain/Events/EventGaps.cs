namespace Commerce.Agents.Tests.Domain.Events;

/// <summary>Where the agents differ from the event catalogue. Whoever closes a gap takes it from here: the tests ask for it.</summary>
internal static class EventGaps
{
    /// <summary>
    /// Events that nobody makes: reviews, refunds asked for by other contexts (they send commands) are not built.
    /// </summary>
    internal static readonly string[] NotMade =
    [
        "RefundRequested", "ReviewPublished", "ReviewSubmitted",
    ];

    /// <summary>
    /// Events that a context of the catalogue does not hear: mostly because it is sent a command by the saga or agent that decides (orders to payments and
    /// inventory, levels to suppliers), or because their subject is not built.
    /// Notifications (CustomerCare) leave out what another event tells: a request to cancel is told when a person must decide it
    /// (CancellationReviewNeeded) or when it is decided, a declined payment by OrderPaymentFailed, a hold that is let go by OrderCancelled, a label by
    /// OrderShipped. PriceChanged is for customers with a wish list (PRC-1 rule 9), which is not built.
    /// </summary>
    internal static readonly string[] NotHeard =
    [
        "AlertResolved by CustomerCare", "BackorderCreated by Inventory",
        "BackorderReady by Payments", "CarrierPerformanceUpdated by Shipping", "CarrierRatesRetrieved by Orders", "CarrierSelected by Orders",
        "CarrierSelected by Shipping", "ExpiringSoonDetected by Inventory", "ListingEnded by Marketplaces",
        "ListingPublished by Marketplaces", "ListingRejected by Marketplaces", "ListingUpdated by Marketplaces", "LowStockDetected by Inventory",
        "MarketplaceOrderReceived by Orders", "MerchantBalanceChanged by CustomerCare", "OrderCancellationRequested by CustomerCare",
        "OrderCancellationRequested by Orders", "OrderCancellationReviewed by Orders", "OrderCompleted by Payments", "OrderConfirmed by Marketplaces",
        "OrderConfirmed by Orders", "OrderImported by Inventory", "OrderImported by Marketplaces",
        "OrderModified by Payments", "OrderPartiallyShipped by Marketplaces", "OrderPaymentFailed by Inventory",
        "OrderPlaced by Inventory", "OrderPlaced by Payments", "OrderRefunded by Payments", "OrderReturned by Payments",
        "OverstockDetected by Inventory",
        "PaymentFailed by CustomerCare", "PaymentVoided by CustomerCare", "PayoutScheduled by CustomerCare",
        "PickListCompleted by Orders", "PickListShortPicked by Orders", "PriceChanged by CustomerCare", "ProductActivated by Inventory",
        "ProductActivated by Marketplaces", "ProductApprovalDecided by CustomerCare", "ProductCreated by Inventory", "ProductCreated by Marketplaces",
        "ProductDiscontinued by Inventory", "ProductUpdated by Inventory", "ProductUpdated by Marketplaces", "PurchaseOrderConfirmed by Inventory",
        "PurchaseOrderConfirmed by Monitoring", "PurchaseOrderCreated by Inventory", "PurchaseOrderCreated by Monitoring",
        "PurchaseOrderCreated by Orders", "PurchaseOrderReceived by Inventory", "PurchaseOrderSent by Monitoring", "RefundApproved by CustomerCare",
        "RefundApproved by Orders", "RefundApproved by Payments", "RefundCompleted by Payments", "RefundFailed by Payments",
        "ReplacementOrderCreated by CustomerCare", "ReplacementOrderCreated by Inventory", "ShipmentCreated by CustomerCare",
        "ShipmentCreated by Marketplaces", "ShipmentDelivered by Orders", "ShipmentDelivered by Shipping",
        "ShipmentStatusChanged by Marketplaces", "StockOutDetected by Inventory", "StockReceived by Inventory", "StockReleased by Orders",
        "TariffImported by Shipping", "TariffRejected by Shipping", "TaxCalculated by Orders", "VariantChanged by Inventory",
        "VariantChanged by Marketplaces", "WarehouseSelected by Inventory",
    ];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["PaymentFailed"] = "PaymentDeclined" };

    /// <summary>Finds the name that an event of the catalogue has here.</summary>
    internal static string NameOf(string name) => Names.GetValueOrDefault(name, name);
}
