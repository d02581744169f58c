using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>Counts the labels of each carrier, and tells when one gets more than planned.</summary>
/// <param name="options">What is planned.</param>
public sealed class CarrierVolumeAgent(IOptions<ShippingOptions> options) : IHandle<ShipmentCreated, CarrierVolume>
{
    /// <inheritdoc/>
    public Task HandleAsync(ShipmentCreated message, AgentContext<CarrierVolume> context, CancellationToken cancellationToken)
    {
        var today = context.Today();
        var month = new DateOnly(today.Year, today.Month, 1);
        var shipments = context.State.Month == month ? context.State.Shipments + 1 : 1;
        context.State = new CarrierVolume { Month = month, Shipments = shipments };
        if (shipments == options.Value.MaxMonthlyShipments + 1)
        {
            context.Publish(new CarrierVolumeExceeded(message.Carrier, month, shipments));
        }

        return Task.CompletedTask;
    }
}
