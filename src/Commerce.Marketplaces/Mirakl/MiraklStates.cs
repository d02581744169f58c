namespace Commerce.Marketplaces.Mirakl;

/// <summary>What Mirakl's order states mean. Source: Mirakl seller API, OR11.</summary>
internal static class MiraklStates
{
    internal static MarketplaceOrderState Of(string? state, bool isFullyRefunded) => isFullyRefunded
        ? MarketplaceOrderState.Refunded
        : state switch
        {
            "STAGING" => MarketplaceOrderState.PendingPayment,
            "WAITING_ACCEPTANCE" => MarketplaceOrderState.AwaitingAcceptance,
            "WAITING_DEBIT" or "WAITING_DEBIT_PAYMENT" => MarketplaceOrderState.Accepted,
            "SHIPPING" => MarketplaceOrderState.ReadyToShip,
            "SHIPPED" or "TO_COLLECT" => MarketplaceOrderState.Shipped,
            "RECEIVED" => MarketplaceOrderState.Delivered,
            "CLOSED" => MarketplaceOrderState.Completed,
            "REFUSED" or "CANCELED" => MarketplaceOrderState.Cancelled,
            _ => MarketplaceOrderState.Unknown,
        };

    /// <summary>Gives Mirakl's codes for a state; none where Mirakl has no such state of orders.</summary>
    internal static IEnumerable<string> Codes(MarketplaceOrderState state) => state.Value switch
    {
        "pending_payment" => ["STAGING"],
        "awaiting_acceptance" => ["WAITING_ACCEPTANCE"],
        "accepted" => ["WAITING_DEBIT", "WAITING_DEBIT_PAYMENT"],
        "ready_to_ship" or "partially_shipped" => ["SHIPPING"],
        "shipped" => ["SHIPPED", "TO_COLLECT"],
        "delivered" => ["RECEIVED"],
        "completed" => ["CLOSED"],
        "cancelled" => ["REFUSED", "CANCELED"],
        _ => [],
    };
}
