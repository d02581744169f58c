using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

/// <summary>What eBay's states mean. Source: eBay, Fulfillment API (order types) and Post-Order API (cancellation and return types).</summary>
internal static class EbayStates
{
    internal static MarketplaceOrderState Of(EbayOrder order) => order switch
    {
        { CancelStatus.CancelState: "CANCELED" } => MarketplaceOrderState.Cancelled,
        { OrderPaymentStatus: "FULLY_REFUNDED" } => MarketplaceOrderState.Refunded,
        { OrderPaymentStatus: "PENDING" or "FAILED" } => MarketplaceOrderState.PendingPayment,
        { OrderPaymentStatus: not ("PAID" or "PARTIALLY_REFUNDED") } => MarketplaceOrderState.Unknown,
        { OrderFulfillmentStatus: "FULFILLED" } => MarketplaceOrderState.Shipped,
        { OrderFulfillmentStatus: "IN_PROGRESS" } => MarketplaceOrderState.PartiallyShipped,
        { OrderFulfillmentStatus: "NOT_STARTED" } => MarketplaceOrderState.ReadyToShip,
        _ => MarketplaceOrderState.Unknown,
    };

    internal static string Word(EbayOrder order) => string.Join(
        '/', ((string?[])[order.OrderFulfillmentStatus, order.OrderPaymentStatus, order.CancelStatus?.CancelState]).Where(static word => word is not (null or "" or "NONE_REQUESTED")));

    /// <summary>Gives the filter that finds at least the states; eBay takes two of them only.</summary>
    internal static string? FilterOf(IReadOnlyList<MarketplaceOrderState> states) =>
        states.Count == 0 ? null
        : states.All(static state => state == MarketplaceOrderState.ReadyToShip || state == MarketplaceOrderState.PartiallyShipped) ? "orderfulfillmentstatus:{NOT_STARTED|IN_PROGRESS}"
        : states.All(static state => state == MarketplaceOrderState.Shipped || state == MarketplaceOrderState.PartiallyShipped) ? "orderfulfillmentstatus:{FULFILLED|IN_PROGRESS}"
        : null;

    internal static MarketplaceRequestState OfRefund(string? status) => status switch
    {
        "REFUNDED" or "SUCCESS" => MarketplaceRequestState.Done,
        "FAILED" => MarketplaceRequestState.Failed,
        _ => MarketplaceRequestState.Pending,
    };

    internal static bool IsOpenRequest(string? status) => status == "CANCEL_REQUESTED";

    internal static MarketplaceRequestState OfCancellation(string? status) => status switch
    {
        "CANCEL_CLOSED_WITH_REFUND" or "CANCEL_CLOSED_NO_REFUND" or "CANCEL_CLOSED_UNKNOWN_REFUND" => MarketplaceRequestState.Done,

        // Closed for commitment: the buyer stays bound, so nothing was cancelled.
        "CANCEL_REJECTED" or "CANCEL_CLOSED_FOR_COMMITMENT" or "INVALID" => MarketplaceRequestState.Failed,
        _ => MarketplaceRequestState.Pending,
    };

    internal static MarketplaceReturnState OfReturn(string? status) => status switch
    {
        "RETURN_REQUESTED" => MarketplaceReturnState.AwaitingDecision,
        "READY_FOR_SHIPPING" or "ITEM_SHIPPED" => MarketplaceReturnState.Accepted,
        "ITEM_DELIVERED" or "LESS_THAN_A_FULL_REFUND_ISSUED" => MarketplaceReturnState.Received,
        "CLOSED" => MarketplaceReturnState.Closed,

        // An offer of a part of the money stands: the goods stay where they are until the buyer answers.
        not null when status.StartsWith("PARTIAL_REFUND_", StringComparison.Ordinal) => MarketplaceReturnState.Accepted,

        // Escalated: eBay decides. Replacements: eBay does not offer them today. Both are open, and in no common word.
        _ => MarketplaceReturnState.Unknown,
    };
}
