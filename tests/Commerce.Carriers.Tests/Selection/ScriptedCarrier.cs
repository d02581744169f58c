using Commerce.Testing;

namespace Commerce.Carriers.Tests;

/// <summary>A fake account that answers a question for prices as the test says.</summary>
internal sealed class ScriptedCarrier(CarrierCode carrier, string account, Func<CancellationToken, Task<RateResult>> rates) : ICarrierClient, IRateProvider
{
    private readonly FakeCarrier _fake = new(carrier, account);

    public CarrierCode Carrier => _fake.Carrier;

    public string Account => _fake.Account;

    public CarrierCapabilities Capabilities => _fake.Capabilities;

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        _fake.CreateShipmentAsync(request, cancellationToken);

    public Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default) => _fake.TrackAsync(request, cancellationToken);

    public Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default) => rates(cancellationToken);
}
