using Commerce.Carriers;

namespace Commerce.Benchmarks.Carriers;

/// <summary>An account of a carrier without a rate API, which is all that the benchmark asks of it.</summary>
internal sealed class TariffCarrier(CarrierCode carrier) : ICarrierClient
{
    public CarrierCode Carrier => carrier;

    public string Account => carrier.Value;

    public CarrierCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<CarrierFeature, Support>(),
        Services = [.. PriceLists.Services.Select(service => new ServiceCapability { Service = service.Code, Name = service.Code.Value, Level = service.Level })],
        Labels = [new LabelSpecification()],
        Recovery = LostAnswerRecovery.None,
        RecoveryNote = "The benchmark buys nothing.",
        MaxParcelWeight = Weight.FromKilograms(PriceLists.Bands),
        MaxParcels = 10,
    };

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
