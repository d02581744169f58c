using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

public sealed class ColisPriveDamagedAnswersTests() : CarrierDamagedAnswersTests("colis_prive")
{
    protected override IHttpClientBuilder AddCarrier(IServiceCollection services)
    {
        var colisPrive = Sandbox.Get<ColisPriveSandbox>();
        return services.AddColisPriveCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("colis_prive");
            (options.UserName, options.Password) = (colisPrive.UserName, colisPrive.Password);
            (options.CustomerCode, options.AccountId) = (colisPrive.CustomerCode, colisPrive.AccountId);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
    }

    [Fact]
    public Task Shipment() => DamagedAnswers.CheckAsync(Edge, () => BuyAsync());

    [Fact]
    public async Task Tracking()
    {
        var number = (await BuyAsync()).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(Edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await BuyAsync()).Value.Id;
        await DamagedAnswers.CheckAsync(Edge, () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }

    [Fact]
    public async Task Manifest()
    {
        await BuyAsync();
        await DamagedAnswers.CheckAsync(Edge, () => ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") }));
    }

    [Fact]
    public Task Pickup_point() => DamagedAnswers.CheckAsync(
        Edge, () => ((IPickupPointFinder)Client).FindPickupPointAsync(new PickupPointReference { Id = "00042" }, CountryCode.France));

    private Task<Outcome<Shipment>> BuyAsync() => Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "HOME", LabelFormat.Pdf));
}
