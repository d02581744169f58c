namespace Commerce.Marketplaces.Sync;

/// <summary>What a handler wants a marketplace to be told about an order.</summary>
public sealed class OrderVerdict
{
    private readonly Func<SyncedOrder, IMarketplaceClient, OrderAction?> _plan;

    private OrderVerdict(Func<SyncedOrder, IMarketplaceClient, OrderAction?> plan) => _plan = plan;

    /// <summary>Gets: nothing.</summary>
    public static OrderVerdict Nothing { get; } = new(static (_, _) => null);

    /// <summary>Gets: every line that the seller ships is accepted. Nothing is told where the marketplace has no such step, or the order is past it.</summary>
    public static OrderVerdict Accept { get; } = new(static (order, client) =>
        client is IOrderAcceptance && IsWaiting(order)
            ? OrderAction.Decide(order.Account, new OrderDecision { OrderId = order.Order.Id, AcceptedLines = OwnLines(order) })
            : null);

    /// <summary>The whole order cannot be fulfilled: refused where it waits for acceptance, else cancelled where the marketplace has that.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The verdict.</returns>
    public static OrderVerdict Refuse(CancellationReason reason) => new((order, client) => client switch
    {
        IOrderAcceptance when IsWaiting(order) => OrderAction.Decide(
            order.Account,
            new OrderDecision { OrderId = order.Order.Id, AcceptedLines = [], RefusedLines = OwnLines(order), RefusalReason = reason }),
        IOrderCancellation => OrderAction.Cancel(order.Account, new CancelOrderRequest { OrderId = order.Order.Id, Reason = reason }),
        _ => null,
    });

    /// <summary>Some lines are accepted and others refused, or vendor fields are given.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>The verdict.</returns>
    public static OrderVerdict Decide(OrderDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new((order, _) => OrderAction.Decide(order.Account, decision));
    }

    internal OrderAction? Plan(SyncedOrder order, IMarketplaceClient client) => _plan(order, client);

    private static bool IsWaiting(SyncedOrder order) => order.Order.State == MarketplaceOrderState.AwaitingAcceptance;

    private static List<MarketplaceOrderLineId> OwnLines(SyncedOrder order) =>
        [.. order.Order.Lines.Where(static line => line.FulfilledBy == FulfilmentParty.Seller).Select(static line => line.Id)];
}
