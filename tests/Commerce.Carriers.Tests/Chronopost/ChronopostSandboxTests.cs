using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Carriers.Tests.Chronopost;

public sealed class ChronopostSandboxTests() : CarrierSandboxTests("chronopost")
{
    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<ChronopostSandbox>().LiveParcels;

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "01", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("XX999999999FR");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret)
    {
        var chronopost = Sandbox.Get<ChronopostSandbox>();
        services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("chronopost");
            (options.AccountNumber, options.Password) = (chronopost.AccountNumber, hasWrongSecret ? "000000" : chronopost.Password);
        });
    }
}
