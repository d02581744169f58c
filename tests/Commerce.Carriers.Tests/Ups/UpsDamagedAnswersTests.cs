using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed class UpsDamagedAnswersTests() : CarrierDamagedAnswersTests("ups")
{
    protected override IHttpClientBuilder AddCarrier(IServiceCollection services)
    {
        var ups = Sandbox.Get<UpsSandbox>();
        return services.AddUpsCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("ups");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (ups.ClientId, ups.ClientSecret, ups.AccountNumber);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
    }

    [Fact]
    public Task Rates() => DamagedAnswers.CheckAsync(Edge, () => ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates()));

    [Fact]
    public Task Shipment() => DamagedAnswers.CheckAsync(Edge, () => Client.CreateShipmentAsync(
        CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl, parcels: 2)));

    [Fact]
    public async Task Tracking()
    {
        var number = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl))).Value.TrackingNumber;
        await DamagedAnswers.CheckAsync(Edge, () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }));
    }

    [Fact]
    public async Task Finding()
    {
        await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl));
        await DamagedAnswers.CheckAsync(Edge, () => ((IShipmentFinder)Client).FindShipmentAsync(
            new FindShipmentRequest { Key = new OperationKey("order-1"), Label = new LabelSpecification { Format = LabelFormat.Zpl } }));
    }

    [Fact]
    public async Task Void()
    {
        var id = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "11", LabelFormat.Zpl))).Value.Id;
        await DamagedAnswers.CheckAsync(Edge, () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = id }));
    }

    [Fact]
    public Task Return() => DamagedAnswers.CheckAsync(Edge, () => ((IReturnLabelClient)Client).CreateReturnAsync(
        CarrierSamples.Shipment(new OperationKey("return-1"), "11", LabelFormat.Zpl)));

    [Fact]
    public Task Points() => DamagedAnswers.CheckAsync(Edge, () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(
        new PickupPointRequest { Near = CarrierSamples.Recipient.Address }));

    [Fact]
    public Task Transit_times() => DamagedAnswers.CheckAsync(Edge, () => ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates()));

    [Fact]
    public Task Address_check() => DamagedAnswers.CheckAsync(Edge, () => ((IAddressValidator)Client).ValidateAddressAsync(
        CarrierSamples.Recipient.Address with { PostalCode = "62701", Country = CountryCode.UnitedStates }));

    [Fact]
    public Task Collection() => DamagedAnswers.CheckAsync(Edge, () => ((IPickupScheduler)Client).BookPickupAsync(new PickupRequest
    {
        Key = new OperationKey("pickup-1"), From = CarrierSamples.Sender, Date = new DateOnly(2099, 3, 3),
        ReadyAt = new TimeOnly(9, 0), CloseAt = new TimeOnly(17, 0), Parcels = CarrierSamples.Rates().Parcels,
    }));

    [Fact]
    public Task Upload() => DamagedAnswers.CheckAsync(Edge, () => ((ITradeDocumentClient)Client).UploadTradeDocumentAsync(new TradeDocument
    {
        FileName = "invoice.pdf", MediaType = "application/pdf", Content = "%PDF-1.4\n%%EOF\n"u8.ToArray(), VendorType = "002",
        Origin = CountryCode.France, Destination = CountryCode.UnitedStates,
    }));
}
