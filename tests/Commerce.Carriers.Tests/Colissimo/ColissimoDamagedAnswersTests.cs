using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed class ColissimoDamagedAnswersTests : IAsyncLifetime
{
    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("colissimo");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var services = new ServiceCollection();
        services.AddColissimoCarrier(options =>
        {
            (options.BaseAddress, options.ApiKey) = (_sandbox.AddressOf("colissimo"), _sandbox.Get<ColissimoSandbox>().ApiKey);
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
        var number = await BuyAsync();
        await DamagedAnswers.CheckAsync(_edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public Task Points() => DamagedAnswers.CheckAsync(_edge, () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(
        new PickupPointRequest { Near = CarrierSamples.Recipient.Address }));

    [Fact]
    public async Task Bordereau()
    {
        var number = await BuyAsync();
        await DamagedAnswers.CheckAsync(_edge, () => ((IManifestClient)Client).CloseManifestAsync(
            new ManifestRequest { Key = new OperationKey("day-1"), TrackingNumbers = [number] }));
    }

    [Fact]
    public async Task Label()
    {
        var number = await BuyAsync();
        await DamagedAnswers.CheckAsync(_edge, () => ((ILabelReprinter)Client).ReprintAsync(
            new ReprintRequest { ShipmentId = new CarrierShipmentId(number.Value) }));
    }

    [Fact]
    public Task Days() => DamagedAnswers.CheckAsync(_edge, () => ((IPickupCalendar)Client).FindPickupSlotsAsync(new PickupRequest
    {
        Key = new OperationKey("pickup-1"), From = CarrierSamples.Recipient, Parcels = [new Parcel { Weight = Weight.FromKilograms(1) }],
        Date = new DateOnly(2020, 1, 1), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
    }));

    private async Task<TrackingNumber> BuyAsync() =>
        (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "DOS", LabelFormat.Pdf))).Value.TrackingNumber;
}
