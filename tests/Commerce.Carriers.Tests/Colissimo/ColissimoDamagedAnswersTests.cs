using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed class ColissimoDamagedAnswersTests() : CarrierDamagedAnswersTests("colissimo")
{
    protected override IHttpClientBuilder AddCarrier(IServiceCollection services)
    {
        return services.AddColissimoCarrier(options =>
        {
            (options.BaseAddress, options.ApiKey) = (Sandbox.AddressOf("colissimo"), Sandbox.Get<ColissimoSandbox>().ApiKey);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
    }

    [Fact]
    public Task Shipment() => DamagedAnswers.CheckAsync(Edge, () => BuyAsync());

    [Fact]
    public async Task Tracking()
    {
        var number = await BuyAsync();
        await DamagedAnswers.CheckAsync(Edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public Task Points() => DamagedAnswers.CheckAsync(Edge, () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(
        new PickupPointRequest { Near = CarrierSamples.Recipient.Address }));

    [Fact]
    public async Task Bordereau()
    {
        var number = await BuyAsync();
        await DamagedAnswers.CheckAsync(Edge, () => ((IManifestClient)Client).CloseManifestAsync(
            new ManifestRequest { Key = new OperationKey("day-1"), TrackingNumbers = [number] }));
    }

    [Fact]
    public async Task Label()
    {
        var number = await BuyAsync();
        await DamagedAnswers.CheckAsync(Edge, () => ((ILabelReprinter)Client).ReprintAsync(
            new ReprintRequest { ShipmentId = new CarrierShipmentId(number.Value) }));
    }

    [Fact]
    public Task Days() => DamagedAnswers.CheckAsync(Edge, () => ((IPickupCalendar)Client).FindPickupSlotsAsync(new PickupRequest
    {
        Key = new OperationKey("pickup-1"), From = CarrierSamples.Recipient, Parcels = [new Parcel { Weight = Weight.FromKilograms(1) }],
        Date = new DateOnly(2020, 1, 1), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
    }));

    private async Task<TrackingNumber> BuyAsync() =>
        (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "DOS", LabelFormat.Pdf))).Value.TrackingNumber;
}
