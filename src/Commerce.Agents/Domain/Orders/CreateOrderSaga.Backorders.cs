using Commerce.Agents.Domain.Inventory;

namespace Commerce.Agents.Domain.Orders;

/// <content>Orders that wait for units.</content>
public sealed partial class CreateOrderSaga : IHandle<StockAwaited, OrderCreation>, IHandle<ReplanBackorder, OrderCreation>
{
    /// <inheritdoc/>
    public Task HandleAsync(StockAwaited message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // The backorder agent holds the order for this reason; nothing is paid meanwhile.
        var holds = context.State.Holds;
        context.State = context.State with
        {
            Holds = holds.Contains(OrderAgent.BackorderHold) ? holds : [.. holds, OrderAgent.BackorderHold],
            Missing = message.Missing,
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReplanBackorder message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (IsWaiting(context) && !context.State.IsReplanning && context.State.Asked is { } order)
        {
            context.State = context.State with { IsReplanning = true };
            context.Send(new SelectWarehouse(message.OrderId, order));
        }

        return Task.CompletedTask;
    }

    private static bool IsWaiting(AgentContext<OrderCreation> context) =>
        !context.State.IsOver && context.Steps.Count == 0 && context.State.Holds.Contains(OrderAgent.BackorderHold);

    /// <summary>Lets an order leave from where its units are by now; as long as it cannot leave in full, it keeps its place in the queue.</summary>
    private static async Task ReplanAsync(WarehouseSelected message, AgentContext<OrderCreation> context)
    {
        context.State = context.State with { IsReplanning = false };
        var state = context.State;
        if (!IsWaiting(context))
        {
            return;
        }

        var decision = Choose(BackorderPlan.WithKept(message.Sites, state.Parts, state.Missing), context);
        if (decision.Backordered.Count > 0)
        {
            return;
        }

        await KeepAsync(message.OrderId, decision, context).ConfigureAwait(false);
        context.State = state with { Parts = BackorderPlan.Parts(decision, message.Sites, []) };
        context.Send(new ReleaseStock(message.OrderId.Value, "its units are elsewhere"));
        Reserve(message.OrderId, context);
    }

    private static FulfilmentDecision Choose(IReadOnlyList<FulfilmentSite> sites, AgentContext<OrderCreation> context)
    {
        var state = context.State;
        return FulfilmentChoice.Choose(new FulfilmentRequest
        {
            Lines = state.Lines,
            Sites = sites,
            IsExpress = state.RequiredBy is not null,
            DaysToPromise = state.RequiredBy is { } day ? day.DayNumber - context.Today().DayNumber : null,
        });
    }

    /// <summary>Finds what is on its way of the units that are missing; most orders miss none.</summary>
    private static async Task<IReadOnlyList<IncomingGoods>> IncomingAsync(FulfilmentDecision decision, AgentContext<OrderCreation> context)
    {
        List<Sku> missing = [.. decision.Backordered.Keys];
        return missing.Count == 0 ? [] : await context.Repository<IncomingGoods>().AllAsync(goods => missing.Contains(goods.Sku)).ConfigureAwait(false);
    }

    private static Task KeepAsync(OrderId orderId, FulfilmentDecision decision, AgentContext<OrderCreation> context) => context.KeepDecisionAsync(
        "fulfilment", orderId.ToString(), decision.Strategy?.ToString() ?? "out of stock", decision.Reason, decision.Cost?.Amount ?? 0, decision.Compared);
}
