namespace Commerce.Marketplaces.Amazon;

/// <summary>What Amazon's words for states, reasons and parties mean.</summary>
internal static class AmazonStates
{
    /// <summary>Reads a state of orders. Source: Orders API 2026-01-01, FulfillmentStatus.</summary>
    internal static MarketplaceOrderState Of(string? status, bool isDelivered) => status switch
    {
        "PENDING" or "PENDING_AVAILABILITY" => MarketplaceOrderState.PendingPayment,
        "UNSHIPPED" => MarketplaceOrderState.ReadyToShip,
        "PARTIALLY_SHIPPED" => MarketplaceOrderState.PartiallyShipped,
        "SHIPPED" => isDelivered ? MarketplaceOrderState.Delivered : MarketplaceOrderState.Shipped,
        "CANCELLED" => MarketplaceOrderState.Cancelled,
        "UNFULFILLABLE" => MarketplaceOrderState.Exception,
        _ => MarketplaceOrderState.Unknown,
    };

    /// <summary>Gives Amazon's words for a state; none where Amazon has no such state of orders.</summary>
    internal static IEnumerable<string> Codes(MarketplaceOrderState state) => state.Value switch
    {
        "pending_payment" => ["PENDING", "PENDING_AVAILABILITY"],
        "ready_to_ship" => ["UNSHIPPED"],
        "partially_shipped" => ["PARTIALLY_SHIPPED"],
        "shipped" or "delivered" => ["SHIPPED"],
        "cancelled" => ["CANCELLED"],
        "exception" => ["UNFULFILLABLE"],
        _ => [],
    };

    /// <summary>Reads a state of returns. Source: External Fulfillment Returns API 2024-09-11, status.</summary>
    internal static MarketplaceReturnState OfReturn(string? status) => status switch
    {
        "CREATED" or "CARRIER_NOTIFIED_TO_PICK_UP_FROM_CUSTOMER" or "CARRIER_OUT_FOR_PICK_UP_FROM_CUSTOMER" or "CUSTOMER_RESCHEDULED_PICK_UP"
            or "CUSTOMER_CANCELLED_PICK_UP" or "PICKED_FROM_CUSTOMER" or "CUSTOMER_DROPPED_OFF" or "IN_TRANSIT" or "OUT_FOR_DELIVERY" or "REPLANNED"
            => MarketplaceReturnState.Accepted,
        "DELIVERED" or "PARTIALLY_PROCESSED" => MarketplaceReturnState.Received,
        "PROCESSED" => MarketplaceReturnState.Closed,
        "REJECTED" => MarketplaceReturnState.Refused,
        "CANCELLED" => MarketplaceReturnState.Cancelled,
        _ => MarketplaceReturnState.Unknown,
    };

    /// <summary>Reads who ships.</summary>
    internal static FulfilmentParty Party(string? fulfilledBy) => fulfilledBy == "AMAZON" ? FulfilmentParty.Marketplace : FulfilmentParty.Seller;

    /// <summary>Gives Amazon's reason of a cancellation. Source: the historical schema of order acknowledgements, which the models no longer hold.</summary>
    internal static string Reason(CancellationReason reason) => reason.Value switch
    {
        "out_of_stock" => "NoInventory",
        "buyer_request" => "BuyerCanceled",
        "address_problem" => "ShippingAddressUndeliverable",
        "fraud" => "RiskAssessmentInformationNotValid",
        _ => "GeneralAdjustment",
    };

    /// <summary>Gives Amazon's reason of a refund. Source: the historical schema of payment adjustments, which the models no longer hold.</summary>
    internal static string Reason(RefundReason reason) => reason.Value switch
    {
        "returned" => "CustomerReturn",
        "not_received" => "CouldNotShip",
        "not_as_described" => "DifferentItem",
        "out_of_stock" => "NoInventory",
        "buyer_request" => "CustomerCancel",
        "goodwill" => "GeneralAdjustment",
        _ => "Other",
    };
}
