using Commerce.Testing;

namespace Commerce.Carriers.Tests;

/// <summary>A fake account of a carrier without a rate API.</summary>
internal sealed class TariffOnlyCarrier(CarrierCode carrier, string account) : ICarrierClient
{
    private readonly FakeCarrier _fake = new(carrier, account);

    public CarrierCode Carrier => _fake.Carrier;

    public string Account => _fake.Account;

    public CarrierCapabilities Capabilities { get; } = new FakeCarrier(carrier, account).Capabilities with
    {
        Features = new Dictionary<CarrierFeature, Support> { [CarrierFeature.Rates] = Support.No("The API tells no prices.") },
        Services =
        [
            new ServiceCapability
            {
                Service = new("standard"),
                Name = "Standard",
                Level = ServiceLevel.Standard,
                IsInternational = false,
                Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.SaturdayDelivery] = Support.No("Not on Saturdays.") },
            },
        ],
    };

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        _fake.CreateShipmentAsync(request, cancellationToken);

    public Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default) => _fake.TrackAsync(request, cancellationToken);
}
