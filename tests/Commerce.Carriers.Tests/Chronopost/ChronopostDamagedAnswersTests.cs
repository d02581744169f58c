using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

public sealed class ChronopostDamagedAnswersTests() : CarrierDamagedAnswersTests("chronopost")
{
    protected override IHttpClientBuilder AddCarrier(IServiceCollection services)
    {
        var chronopost = Sandbox.Get<ChronopostSandbox>();
        return services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("chronopost");
            (options.AccountNumber, options.Password) = (chronopost.AccountNumber, chronopost.Password);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
    }

    [Fact]
    public Task Rates() => DamagedAnswers.CheckAsync(Edge, () => ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates()));

    [Fact]
    public Task Shipment() => DamagedAnswers.CheckAsync(Edge, () => Client.CreateShipmentAsync(
        CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf)));

    [Fact]
    public async Task Tracking()
    {
        var number = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf))).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(Edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf))).Value.Id;
        await DamagedAnswers.CheckAsync(Edge, () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }

    [Fact]
    public Task Points() => DamagedAnswers.CheckAsync(Edge, () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(
        new PickupPointRequest { Near = CarrierSamples.Recipient.Address }));

    [Fact]
    public Task Point() => DamagedAnswers.CheckAsync(Edge, () => ((IPickupPointFinder)Client).FindPickupPointAsync(
        new PickupPointReference { Id = "1001A" }, CountryCode.France));

    [Fact]
    public Task Delivery_time() => DamagedAnswers.CheckAsync(Edge, () => ((ITransitTimeProvider)Client).GetTransitTimesAsync(
        CarrierSamples.Rates() with { Service = new CarrierService("01") }));

    [Fact]
    public async Task Proof()
    {
        var number = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf))).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(Edge, () => ((IProofOfDeliveryProvider)Client).GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Collection()
    {
        var booked = 0;
        await DamagedAnswers.CheckAsync(Edge, () => ((IPickupScheduler)Client).BookPickupAsync(new PickupRequest
        {
            // A second booking with one key is refused, so that each has its own.
            Key = new OperationKey($"pickup-{++booked}"),
            From = CarrierSamples.Sender,
            Date = new DateOnly(2099, 3, 3),
            ReadyAt = new TimeOnly(14, 0),
            CloseAt = new TimeOnly(18, 0),
            Parcels = [new Parcel { Weight = Weight.FromKilograms(5) }],
        }));
    }
}
