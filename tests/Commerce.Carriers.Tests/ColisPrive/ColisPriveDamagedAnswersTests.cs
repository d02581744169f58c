using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

public sealed class ColisPriveDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("colis_prive");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var colisPrive = _sandbox.Get<ColisPriveSandbox>();
        var services = new ServiceCollection();
        services.AddColisPriveCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("colis_prive");
            (options.UserName, options.Password) = (colisPrive.UserName, colisPrive.Password);
            (options.CustomerCode, options.AccountId) = (colisPrive.CustomerCode, colisPrive.AccountId);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => _edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public Task Shipment() => DamagedAnswers.CheckAsync(_edge, () => BuyAsync());

    [Fact]
    public async Task Tracking()
    {
        var number = (await BuyAsync()).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(_edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await BuyAsync()).Value.Id;
        await DamagedAnswers.CheckAsync(_edge, () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }

    [Fact]
    public async Task Manifest()
    {
        await BuyAsync();
        await DamagedAnswers.CheckAsync(_edge, () => ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") }));
    }

    [Fact]
    public Task Pickup_point() => DamagedAnswers.CheckAsync(
        _edge, () => ((IPickupPointFinder)Client).FindPickupPointAsync(new PickupPointReference { Id = "00042" }, CountryCode.France));

    private Task<Outcome<Shipment>> BuyAsync() => Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "HOME", LabelFormat.Pdf));
}
