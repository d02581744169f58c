using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Stops every part of an order that is cancelled, also those that are packed later.</summary>
public sealed class OrderPartsAgent : IHandle<OrderReadyToShip, OrderParts>, IHandle<OrderCancelled, OrderParts>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderReadyToShip message, AgentContext<OrderParts> context, CancellationToken cancellationToken)
    {
        if (!context.State.Parts.Contains(message.Part))
        {
            context.State = context.State with { Parts = [.. context.State.Parts, message.Part] };
        }

        if (context.State.CancelledFor is { } reason)
        {
            context.Send(new StopShipment(message.OrderId, reason, message.Part));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderParts> context, CancellationToken cancellationToken)
    {
        if (context.State.CancelledFor is null)
        {
            context.State = context.State with { CancelledFor = message.Reason };
            foreach (var part in context.State.Parts)
            {
                context.Send(new StopShipment(message.OrderId, message.Reason, part));
            }
        }

        return Task.CompletedTask;
    }
}
