using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed class UpsDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("ups");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var ups = _sandbox.Get<UpsSandbox>();
        var services = new ServiceCollection();
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("ups");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (ups.ClientId, ups.ClientSecret, ups.AccountNumber);
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
    public Task Rates() => DamagedAnswers.CheckAsync(_edge, () => ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates()));

    [Fact]
    public Task Shipment() => DamagedAnswers.CheckAsync(_edge, () => Client.CreateShipmentAsync(
        CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl, parcels: 2)));

    [Fact]
    public async Task Tracking()
    {
        var number = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl))).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(_edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Finding()
    {
        await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl));
        await DamagedAnswers.CheckAsync(_edge, () => ((IShipmentFinder)Client).FindShipmentAsync(
            new FindShipmentRequest { Key = new OperationKey("order-1"), Label = new LabelSpecification { Format = LabelFormat.Zpl } }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl))).Value.Id;
        await DamagedAnswers.CheckAsync(_edge, () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }
}
