namespace Commerce.Marketplaces.BackMarket;

/// <summary>
/// What Back Market's states mean. Orders and lines count differently: 1, 3, 8 and 9 of an order are not 1, 3, 8 and 9 of a line. The lines decide, because
/// an order is "processed" (9) too when all of it was cancelled. Source: Back Market seller API, OrderState, OrderLineState.
/// </summary>
internal static class BackMarketStates
{
    internal const int OrderToAccept = 1;
    internal const int OrderToShip = 3;
    internal const int OrderProcessed = 9;
    internal const int OrderPendingPayment = 10;

    internal const int New = 0;
    internal const int Paid = 1;
    internal const int Accepted = 2;
    internal const int Shipped = 3;
    internal const int Cancelled = 4;
    internal const int RefundedBeforeShipping = 5;
    internal const int RefundedAfterShipping = 6;
    internal const int NotPaid = 7;
    internal const int Pending = 8;
    internal const int OnHold = 9;

    internal static MarketplaceOrderState Of(int? order, IReadOnlyList<int?> lines)
    {
        if (order is not (0 or OrderPendingPayment or OrderToAccept or OrderToShip or 8 or OrderProcessed) || lines.Any(static line => line is null or < New or > OnHold))
        {
            return MarketplaceOrderState.Unknown;
        }

        return order switch
        {
            8 => MarketplaceOrderState.Cancelled,
            0 or OrderPendingPayment => MarketplaceOrderState.PendingPayment,
            _ => OfLines([.. lines.Select(static line => line!.Value)]),
        };
    }

    /// <summary>Gives the one state of orders that holds all of the states wanted; none when they are in several, or in no state that is listed.</summary>
    internal static int? Filter(IReadOnlyList<MarketplaceOrderState> states)
    {
        var codes = states.Select(static state => (int?)(state.Value switch
        {
            "pending_payment" => OrderPendingPayment,
            "awaiting_acceptance" => OrderToAccept,
            "ready_to_ship" => OrderToShip,
            "shipped" or "partially_refunded" => OrderProcessed,
            _ => null,
        })).Distinct().ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    internal static bool IsUnpaid(int state) => state is New or Pending or OnHold;

    /// <summary>Tells whether a line is out of the parcel: cancelled, paid back before it left, or never paid.</summary>
    internal static bool IsGone(int state) => state is Cancelled or RefundedBeforeShipping or NotPaid;

    private static MarketplaceOrderState OfLines(int[] lines)
    {
        if (lines.All(IsUnpaid))
        {
            return MarketplaceOrderState.PendingPayment;
        }

        if (lines.Contains(Paid))
        {
            return MarketplaceOrderState.AwaitingAcceptance;
        }

        var active = lines.Where(static line => !IsGone(line)).ToList();
        if (active.Contains(Accepted))
        {
            // The whole order goes into one parcel: a line that is still checked holds up the others.
            return active.Exists(IsUnpaid)
                ? MarketplaceOrderState.Accepted
                : active.Contains(Shipped) ? MarketplaceOrderState.PartiallyShipped : MarketplaceOrderState.ReadyToShip;
        }

        if (active.Exists(IsUnpaid))
        {
            return MarketplaceOrderState.PendingPayment;
        }

        if (active.Contains(Shipped))
        {
            return active.Contains(RefundedAfterShipping) ? MarketplaceOrderState.PartiallyRefunded : MarketplaceOrderState.Shipped;
        }

        return lines.All(static line => line is Cancelled or NotPaid) ? MarketplaceOrderState.Cancelled : MarketplaceOrderState.Refunded;
    }
}
