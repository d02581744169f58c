using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>What Refurbed's states mean. Source: merchant API, enums <c>OrderState</c>, <c>OrderItemState</c>, <c>OrderItemReturnState</c>, <c>OrderItemShipmentStatus</c>.</summary>
internal static class RefurbedStates
{
    internal const string New = "NEW";
    internal const string Accepted = "ACCEPTED";
    internal const string Rejected = "REJECTED";
    internal const string Cancelled = "CANCELLED";
    internal const string Shipped = "SHIPPED";
    internal const string Returned = "RETURNED";

    /// <summary>Gives the order's state. The order's own word lags behind the carrier and does not know of money, so items and amounts count too.</summary>
    internal static MarketplaceOrderState Of(string? state, IReadOnlyCollection<RefurbedOrderItem> items, bool isFullyRefunded) => state switch
    {
        Rejected or Cancelled or "UNFULFILLED" => MarketplaceOrderState.Cancelled,
        New => MarketplaceOrderState.AwaitingAcceptance,
        Accepted => items.Any(static item => item.State == Shipped) ? MarketplaceOrderState.PartiallyShipped : MarketplaceOrderState.ReadyToShip,
        Shipped or "FULFILLED" or Returned or "PARTIALLY_FULFILLED" when isFullyRefunded => MarketplaceOrderState.Refunded,
        Returned => MarketplaceOrderState.Returned,
        Shipped or "FULFILLED" => IsDelivered(items) ? MarketplaceOrderState.Delivered : MarketplaceOrderState.Shipped,
        "PARTIALLY_FULFILLED" => !items.Any(IsOnItsWay) ? MarketplaceOrderState.Completed : MarketplaceOrderState.PartiallyShipped,
        _ => MarketplaceOrderState.Unknown,
    };

    /// <summary>Gives Refurbed's words for a state; several states share a word, so that a list is sifted again after it was read.</summary>
    internal static IEnumerable<string> Codes(MarketplaceOrderState state) => state.Value switch
    {
        "awaiting_acceptance" => [New],
        "ready_to_ship" => [Accepted],
        "partially_shipped" => [Accepted, "PARTIALLY_FULFILLED"],
        "shipped" or "delivered" => [Shipped, "FULFILLED"],
        "completed" => ["PARTIALLY_FULFILLED"],
        "cancelled" => [Rejected, Cancelled, "UNFULFILLED"],
        "returned" => [Returned],
        "refunded" => [Shipped, "FULFILLED", Returned, "PARTIALLY_FULFILLED"],
        _ => [],
    };

    internal static MarketplaceReturnState OfReturn(string? state) => state switch
    {
        "INITIATED" or "IN_TRANSIT" => MarketplaceReturnState.Accepted,
        "DELIVERED" => MarketplaceReturnState.Received,
        "REFUNDED" or "CONCLUDED" => MarketplaceReturnState.Closed,
        _ => MarketplaceReturnState.Unknown,
    };

    /// <summary>Tells whether an item has come to a state, or past it, so that setting it is done already.</summary>
    internal static bool IsDone(string? state, string target) => target switch
    {
        Accepted => state is Accepted or Shipped or Returned,
        Shipped => state is Shipped or Returned,
        _ => state == target,
    };

    /// <summary>Tells whether Refurbed allows the step; other steps are answered with INVALID_ARGUMENT, like any other mistake.</summary>
    internal static bool IsAllowed(string? state, string target) => (state, target) switch
    {
        (New, Accepted or Rejected or Cancelled) => true,
        (Accepted, Shipped or Cancelled) => true,
        (Shipped, Returned) => true,
        _ => false,
    };

    private static bool IsDelivered(IReadOnlyCollection<RefurbedOrderItem> items) =>
        items.Any(static item => item.State == Shipped) && !items.Any(IsOnItsWay);

    private static bool IsOnItsWay(RefurbedOrderItem item) => item.State == Shipped && item.ShipmentStatus != "DELIVERED";
}
