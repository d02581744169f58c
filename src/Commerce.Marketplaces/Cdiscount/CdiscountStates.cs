namespace Commerce.Marketplaces.Cdiscount;

/// <summary>What Octopia's states mean. Source: Octopia developer portal, orders management; refused orders are common in real accounts.</summary>
internal static class CdiscountStates
{
    internal const string Seller = "Seller";
    internal const string Shipped = "Shipped";
    internal const string Refused = "Refused";

    internal static MarketplaceOrderState Of(string? state) => state switch
    {
        "Processing" => MarketplaceOrderState.PendingPayment,
        "WaitingAcceptance" => MarketplaceOrderState.AwaitingAcceptance,
        "Accepted" => MarketplaceOrderState.Accepted,

        // The buyer asks to cancel; until the seller does, it may still be shipped.
        "InPreparation" or "CancelRequest" => MarketplaceOrderState.ReadyToShip,
        Shipped => MarketplaceOrderState.Shipped,
        "Delivered" => MarketplaceOrderState.Delivered,

        // By the seller; by the marketplace, for payment or fraud; by anybody.
        Refused or "Rejected" or "Cancelled" => MarketplaceOrderState.Cancelled,
        _ => MarketplaceOrderState.Unknown,
    };

    /// <summary>Gives the order's state; a part of it may be shipped while the order as a whole is not.</summary>
    internal static MarketplaceOrderState Of(string? state, IEnumerable<string?> lines) =>
        Of(state) is var found && found == MarketplaceOrderState.ReadyToShip && lines.Any(static line => line is Shipped or "Delivered")
            ? MarketplaceOrderState.PartiallyShipped
            : found;

    internal static bool IsCancelled(string? state) => Of(state) == MarketplaceOrderState.Cancelled;

    /// <summary>Gives Octopia's codes for a state; none where Octopia has no such state of orders.</summary>
    internal static IEnumerable<string> Codes(MarketplaceOrderState state) => state.Value switch
    {
        "pending_payment" => ["Processing"],
        "awaiting_acceptance" => ["WaitingAcceptance"],
        "accepted" => ["Accepted"],
        "ready_to_ship" or "partially_shipped" => ["InPreparation"],
        "shipped" => [Shipped],
        "delivered" => ["Delivered"],
        "cancelled" => [Refused, "Rejected", "Cancelled"],
        _ => [],
    };

    /// <summary>Says how far a cancellation or a gesture is. Source: names seen in public clients; the full list is not published.</summary>
    internal static MarketplaceRequestState OfRequest(string? status) => status switch
    {
        "Accepted" or "Completed" or "Done" or "Processed" or "Cancelled" => MarketplaceRequestState.Done,
        Refused or "Rejected" or "Failed" or "Error" => MarketplaceRequestState.Failed,
        _ => MarketplaceRequestState.Pending,
    };
}
