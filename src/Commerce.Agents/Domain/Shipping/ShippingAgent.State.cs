using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <content>Takes changes of a shipment, and tells them.</content>
public sealed partial class ShippingAgent
{
    /// <summary>Takes a shipment's new state, and tells what has changed.</summary>
    private async Task ChangeAsync(OrderId orderId, int part, OrderShipment after, AgentContext<OrderShipment> context)
    {
        var before = context.State;
        if (after == before)
        {
            return;
        }

        if (after.Events.Count > before.Events.Count)
        {
            after = after with { LostReviewAt = null };
        }

        context.State = after;
        if (after with { PushedAt = before.PushedAt, EstimatedDelivery = before.EstimatedDelivery } == before)
        {
            // Heard once more: nothing that is listed or told.
            return;
        }

        if (after.Word != before.Word)
        {
            var at = (after.Status == ShipmentStatus.Delivered ? after.DeliveredAt : null) ?? after.StatusAt ?? context.Clock.GetUtcNow();
            context.Publish(new ShipmentStatusChanged(orderId, after.Word!.Value, at, part));
        }

        if (after.Status == ShipmentStatus.Delivered && !after.IsSampled)
        {
            Deliver(orderId, part, context);
        }

        if (ShipmentTransitions.IsEnd(after.Status!.Value))
        {
            context.Cancel(TrackTimer);
            context.Cancel(DelayTimer);
        }

        await KeepAsync(orderId, part, context).ConfigureAwait(false);
    }

    private void Deliver(OrderId orderId, int part, AgentContext<OrderShipment> context)
    {
        var shipment = context.State;
        var (carrier, deliveredAt) = (shipment.Carrier!, shipment.DeliveredAt!.Value);
        var delivered = LocalDay(deliveredAt);
        var taken = shipment.Events.Where(static happened => happened.Status == TrackingStatus.PickedUp || happened.Status == TrackingStatus.InTransit)
            .Select(static happened => happened.At).DefaultIfEmpty(shipment.BoughtAt!.Value).Min();
        var handedOver = LocalDay(taken < deliveredAt ? taken : deliveredAt);
        bool? isOnTime = carrier.Arrival is { } promised ? delivered <= promised : null;
        context.State = shipment with { IsSampled = true };
        context.Publish(new ShipmentDelivered(orderId, deliveredAt, isOnTime, delivered.DayNumber - handedOver.DayNumber, part) { ShipmentId = shipment.ShipmentId });
        if (carrier.Arrival is { } day)
        {
            context.Send(new RecordDelivery(
                new DeliverySample
                {
                    TrackingNumber = shipment.TrackingNumber!.Value,
                    Carrier = carrier.Carrier,
                    Service = carrier.Service,
                    Lane = new Lane(options.Value.SenderOf(shipment.Warehouse).Address.Country, shipment.ShipTo!.Address.Country),
                    HandedOver = handedOver,
                    Promised = day,
                    Delivered = delivered,
                },
                shipment.Cost!.Value));
        }
    }

    private static Task KeepAsync(OrderId orderId, int part, AgentContext<OrderShipment> context)
    {
        var shipment = context.State;
        var (carrier, id, last) = (shipment.Carrier!, shipment.ShipmentId!.Value, shipment.Events.MaxBy(static happened => happened.At));
        return context.Repository<TrackedShipment>().PutAsync(new TrackedShipment
        {
            Id = id.Value,
            Number = OrderKeys.Number("SHP", shipment.BoughtAt!.Value, id.Value),
            OrderId = orderId,
            OrderNumber = shipment.Number,
            Part = part,
            Warehouse = shipment.Warehouse,
            Carrier = carrier.Carrier,
            Service = carrier.Service,
            TrackingNumber = shipment.TrackingNumber!.Value,
            Cost = shipment.Cost!.Value,
            Promised = carrier.Arrival,
            Status = shipment.Status!.Value,
            IsDelayed = shipment.DelayedAt is not null && !ShipmentTransitions.IsEnd(shipment.Status.Value),
            IsInLostReview = shipment.LostReviewAt is not null,
            CreatedAt = shipment.BoughtAt.Value,
            DeliveredAt = shipment.DeliveredAt,
            Labels = shipment.Labels,
            LastEvent = last?.Code,
            LastEventAt = last?.At,
        });
    }
}
