using Commerce.Agents.Domain.Inventory;

namespace Commerce.Agents.Domain.Orders;

/// <summary>
/// Lets orders that wait for units in one warehouse leave from others when the units came there; keys are SKUs. Units that come into the warehouse in which
/// an order waits are given to it by their level.
/// </summary>
public sealed class BackorderAllocationAgent : IHandle<AllocateBackorders, BackorderAllocation>, IHandle<StockReceived, BackorderAllocation>
{
    /// <inheritdoc/>
    public async Task HandleAsync(AllocateBackorders message, AgentContext<BackorderAllocation> context, CancellationToken cancellationToken)
    {
        await ReplanAsync(message.Sku, static _ => true, context).ConfigureAwait(false);
        context.Reply(Answer.Done(message.Sku.Value));
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockReceived message, AgentContext<BackorderAllocation> context, CancellationToken cancellationToken) =>
        ReplanAsync(message.Sku, backorder => backorder.Warehouse != message.Warehouse, context);

    private static async Task ReplanAsync(Sku sku, Func<Backorder, bool> isAsked, AgentContext<BackorderAllocation> context)
    {
        var waiting = await context.Repository<Backorder>()
            .AllAsync(backorder => backorder.Sku == sku && backorder.Status == BackorderStatus.Waiting).ConfigureAwait(false);
        foreach (var backorder in waiting.Where(isAsked).OrderByDescending(static one => one.Turn.Priority).ThenBy(static one => one.Turn.Since))
        {
            context.Send(new ReplanBackorder(backorder.OrderId));
        }
    }
}
