using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Orders;

/// <content>The parts of an order on their way.</content>
public sealed partial class OrderAgent
{
    /// <inheritdoc/>
    public async Task HandleAsync(PickListCreated message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        Change(context, message.Part, static part => part with { IsPicking = true });
        await MoveAsync(context, message.OrderId, OrderStatus.Processing, "being picked").ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentCreated message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        context.State = (order with
        {
            Carrier = message.Carrier,
            CarrierReason = message.Reason,
            ShippingCost = order.ShippingCost is { } cost && message.Part > 1 ? cost + message.Price : message.Price,
            TrackingNumber = message.TrackingNumber,
            PromisedDate = order.PromisedDate > message.PromisedDate ? order.PromisedDate : message.PromisedDate,
        }).Noting(context.Clock.GetUtcNow(), $"label bought from {message.Carrier}");
        Change(context, message.Part, part => part with { Carrier = message.Carrier, TrackingNumber = message.TrackingNumber, Status = TrackingStatus.Created });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ShipmentStatusChanged message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        Change(context, message.Part, part => part with { Status = message.Status });
        var order = context.State;
        if (order.Parts.Count == 0)
        {
            return;
        }

        if (order.Parts.All(static part => part.IsWithCarrier))
        {
            if (await MoveAsync(context, message.OrderId, OrderStatus.Shipped, "with the carrier").ConfigureAwait(false))
            {
                context.Send(new FulfilStock(message.OrderId.Value));
                context.Publish(new OrderShipped(
                    message.OrderId, order.Number, order.Channel, order.ExternalId, order.Carrier!.Value, order.TrackingNumber!.Value, order.PromisedDate));
            }
        }
        else if (order.Parts.Any(static part => part.IsWithCarrier)
            && await MoveAsync(context, message.OrderId, OrderStatus.PartiallyShipped, "partly with the carrier").ConfigureAwait(false))
        {
            context.Publish(new OrderPartiallyShipped(message.OrderId, order.Number, message.Part, order.Parts.Count));
        }

        if (order.Parts.All(static part => part.Status == TrackingStatus.Delivered)
            && await MoveAsync(context, message.OrderId, OrderStatus.Delivered, "delivered").ConfigureAwait(false))
        {
            context.Publish(new OrderDelivered(message.OrderId, order.Number, message.At));
        }

        if (order.Parts.All(static part => part.Status == TrackingStatus.Returned)
            && await MoveAsync(context, message.OrderId, OrderStatus.Returned, "back at the sender").ConfigureAwait(false))
        {
            context.Publish(new OrderReturned(message.OrderId, order.Number));
        }
    }

    private static void Change(AgentContext<Order> context, int part, Func<OrderPart, OrderPart> change)
    {
        if (part >= 1 && part <= context.State.Parts.Count)
        {
            context.State = context.State with { Parts = [.. context.State.Parts.Select((own, index) => index == part - 1 ? change(own) : own)] };
        }
    }
}
