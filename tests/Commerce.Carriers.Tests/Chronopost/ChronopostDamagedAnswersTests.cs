using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

public sealed class ChronopostDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("chronopost");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var chronopost = _sandbox.Get<ChronopostSandbox>();
        var services = new ServiceCollection();
        services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("chronopost");
            (options.AccountNumber, options.Password) = (chronopost.AccountNumber, chronopost.Password);
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
        CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf)));

    [Fact]
    public async Task Tracking()
    {
        var number = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf))).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(_edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf))).Value.Id;
        await DamagedAnswers.CheckAsync(_edge, () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }
}
