using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

public sealed class FedExDamagedAnswersTests() : CarrierDamagedAnswersTests("fedex")
{
    private static readonly DateOnly Tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);

    protected override IHttpClientBuilder AddCarrier(IServiceCollection services)
    {
        var fedex = Sandbox.Get<FedExSandbox>();
        return services.AddFedExCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("fedex");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (fedex.ClientId, fedex.ClientSecret, fedex.AccountNumber);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
    }

    [Fact]
    public Task Rates() => CheckAsync(() => ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates()));

    [Fact]
    public Task Transit_times() => CheckAsync(() => ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates()));

    [Fact]
    public Task Shipment() => CheckAsync(() => Client.CreateShipmentAsync(FedExSamples.International("order-1")));

    [Fact]
    public async Task Tracking()
    {
        var number = (await Client.CreateShipmentAsync(FedExSamples.Order("order-1"))).Value.TrackingNumber;
        await CheckAsync(() => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Finding()
    {
        await Client.CreateShipmentAsync(FedExSamples.Order("order-1", 2));
        await CheckAsync(() => ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1") }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await Client.CreateShipmentAsync(FedExSamples.Order("order-1"))).Value.Id;
        await CheckAsync(() => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }

    [Fact]
    public Task Pickup() => CheckAsync(() => ((IPickupScheduler)Client).BookPickupAsync(FedExSamples.Pickup(Tomorrow)));

    [Fact]
    public Task Pickup_slots() => CheckAsync(() => ((IPickupCalendar)Client).FindPickupSlotsAsync(FedExSamples.Pickup(Tomorrow)));

    [Fact]
    public Task Pickup_points() => CheckAsync(() => ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Sender.Address }));

    [Fact]
    public Task Address() => CheckAsync(() => ((IAddressValidator)Client).ValidateAddressAsync(CarrierSamples.Sender.Address));

    [Fact]
    public Task Document() => CheckAsync(() => ((ITradeDocumentClient)Client).UploadTradeDocumentAsync(FedExSamples.Invoice));

    [Fact]
    public async Task Ground_close()
    {
        await Client.CreateShipmentAsync(FedExSamples.Order("order-1") with
        {
            Service = new CarrierService("FEDEX_GROUND"), Sender = FedExSamples.American, Recipient = FedExSamples.American,
        });
        await CheckAsync(() => ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("close-1") }));
    }

    private Task<int> CheckAsync(Func<Task> call) => DamagedAnswers.CheckAsync(Edge, call);
}
