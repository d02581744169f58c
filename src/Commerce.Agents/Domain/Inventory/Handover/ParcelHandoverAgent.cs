using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns parcels from their label until they are handed over; keys are the carrier, a slash, the tracking number.</summary>
public sealed class ParcelHandoverAgent : IHandle<ShipmentCreated, ParcelHandover>, IHandle<HandOverParcel, ParcelHandover>
{
    /// <inheritdoc/>
    public Task HandleAsync(ShipmentCreated message, AgentContext<ParcelHandover> context, CancellationToken cancellationToken) =>
        context.Repository<HandoverParcel>().PutAsync(new HandoverParcel
        {
            Id = HandoverParcel.IdOf(message.Carrier, message.TrackingNumber),
            Carrier = message.Carrier,
            TrackingNumber = message.TrackingNumber,
            OrderId = message.OrderId,
            Part = message.Part,
        });

    /// <inheritdoc/>
    public async Task HandleAsync(HandOverParcel message, AgentContext<ParcelHandover> context, CancellationToken cancellationToken)
    {
        var parcels = context.Repository<HandoverParcel>();
        if (await parcels.FindAsync(HandoverParcel.IdOf(message.Carrier, message.TrackingNumber)).ConfigureAwait(false) is not { Value: { Manifest: null } parcel })
        {
            // Another manifest had it a moment before.
            return;
        }

        var now = context.Clock.GetUtcNow();
        await parcels.PutAsync(parcel with { Manifest = message.Manifest, HandedOverAt = now }).ConfigureAwait(false);
        context.Publish(new ParcelHandedOver(parcel.OrderId, parcel.Part, message.Carrier, message.TrackingNumber, message.Manifest, now));
    }
}
