using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Finds the shipment that a carrier pushes something about.</summary>
public sealed class ParcelAgent : IHandle<LinkTrackingNumber, ParcelOwner>, IHandle<IngestTracking, ParcelOwner>, IHandle<ParcelHandedOver, ParcelOwner>
{
    private const int MaxEvents = 500;

    /// <inheritdoc/>
    public Task HandleAsync(LinkTrackingNumber message, AgentContext<ParcelOwner> context, CancellationToken cancellationToken)
    {
        context.State = new ParcelOwner { OrderId = message.OrderId, Part = message.Part };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(IngestTracking message, AgentContext<ParcelOwner> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.Require(
            message.Events.Count is >= 1 and <= MaxEvents, nameof(message.Events), $"Events has {message.Events.Count} entries: give 1 to {MaxEvents}.");
        if (context.State.OrderId is null)
        {
            refusals.Add(
                RefusalCode.NotFound, nameof(message.TrackingNumber), $"{message.Carrier} has no parcel {message.TrackingNumber} of ours: it is looked for when its label is bought here.");
        }

        if (!refusals.Any)
        {
            context.Send(new RecordTracking(context.State.OrderId!.Value, message.TrackingNumber, message.Events, context.State.Part));
        }

        context.Reply(refusals.Answer(ShippingKeys.Parcel(message.Carrier, message.TrackingNumber)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ParcelHandedOver message, AgentContext<ParcelOwner> context, CancellationToken cancellationToken)
    {
        if (context.State.OrderId is { } orderId)
        {
            var handedOver = new TrackingEvent { At = message.At, Code = "handed-over", Description = $"manifest {message.Manifest}", Status = TrackingStatus.PickedUp };
            context.Send(new RecordTracking(orderId, message.TrackingNumber, [handedOver], context.State.Part));
        }

        return Task.CompletedTask;
    }
}
