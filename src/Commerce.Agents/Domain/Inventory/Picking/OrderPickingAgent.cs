using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Splits what is planned for an order into pick lists, and stops them when the order is cancelled; keys are order ids.</summary>
public sealed class OrderPickingAgent : IHandle<FulfilmentPlanned, OrderPicking>, IHandle<OrderCancelled, OrderPicking>
{
    private const string Reason = "the order was cancelled";

    /// <inheritdoc/>
    public Task HandleAsync(FulfilmentPlanned message, AgentContext<OrderPicking> context, CancellationToken cancellationToken)
    {
        if (context.State.IsCancelled)
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { Parts = Math.Max(context.State.Parts, message.Parts.Count) };
        for (var part = 1; part <= message.Parts.Count; part++)
        {
            var planned = message.Parts[part - 1];
            context.Send(new CreatePickList(
                message.OrderId, part, message.Number, planned.Warehouse, planned.Lines, message.ShipTo, message.RequiredBy, message.Priority));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderPicking> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { IsCancelled = true };
        for (var part = 1; part <= context.State.Parts; part++)
        {
            context.Send(new CancelPickList(message.OrderId, part, Reason, IsOrderCancelled: true));
        }

        return Task.CompletedTask;
    }
}
