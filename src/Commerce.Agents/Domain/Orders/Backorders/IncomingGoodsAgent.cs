using Commerce.Agents.Domain.Inventory;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Follows what suppliers bring, so that buyers can be told when; keys are the ids of purchase orders.</summary>
public sealed class IncomingGoodsAgent :
    IHandle<PurchaseOrderSent, IncomingOrder>, IHandle<PurchaseOrderConfirmed, IncomingOrder>, IHandle<PurchaseOrderReceived, IncomingOrder>,
    IHandle<PurchaseOrderCancelled, IncomingOrder>
{
    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderSent message, AgentContext<IncomingOrder> context, CancellationToken cancellationToken) =>
        ExpectAsync(message.PurchaseOrderId, message.Warehouse, message.Lines, message.ExpectedOn, context);

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderConfirmed message, AgentContext<IncomingOrder> context, CancellationToken cancellationToken) =>
        ExpectAsync(message.PurchaseOrderId, message.Warehouse, message.Lines, message.ExpectedOn, context);

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderReceived message, AgentContext<IncomingOrder> context, CancellationToken cancellationToken) =>
        message.IsComplete ? ForgetAsync(message.PurchaseOrderId, context) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task HandleAsync(PurchaseOrderCancelled message, AgentContext<IncomingOrder> context, CancellationToken cancellationToken) =>
        ForgetAsync(message.PurchaseOrderId, context);

    private static async Task ExpectAsync(
        PurchaseOrderId id, string warehouse, IReadOnlyList<PurchaseOrderItem> lines, DateOnly expectedOn, AgentContext<IncomingOrder> context)
    {
        context.State = new IncomingOrder { Skus = [.. lines.Select(static line => line.Sku).Distinct()] };
        foreach (var sku in context.State.Skus)
        {
            await context.Repository<IncomingGoods>().PutAsync(new IncomingGoods
            {
                Id = IdOf(id, sku),
                PurchaseOrderId = id,
                Sku = sku,
                Warehouse = warehouse,
                ExpectedOn = expectedOn,
            }).ConfigureAwait(false);
        }

        await TellAsync(context).ConfigureAwait(false);
    }

    private static async Task ForgetAsync(PurchaseOrderId id, AgentContext<IncomingOrder> context)
    {
        foreach (var sku in context.State.Skus)
        {
            await context.Repository<IncomingGoods>().DeleteAsync(IdOf(id, sku)).ConfigureAwait(false);
        }

        await TellAsync(context).ConfigureAwait(false);
    }

    private static async Task TellAsync(AgentContext<IncomingOrder> context)
    {
        var skus = context.State.Skus.ToList();
        var waiting = await context.Repository<Backorder>()
            .AllAsync(backorder => backorder.Status == BackorderStatus.Waiting && skus.Contains(backorder.Sku)).ConfigureAwait(false);
        foreach (var orderId in waiting.Select(static backorder => backorder.OrderId).Distinct())
        {
            context.Send(new EstimateBackorder(orderId));
        }
    }

    private static Guid IdOf(PurchaseOrderId id, Sku sku) => NamedIds.From("incoming goods", $"{id}/{sku}");
}
