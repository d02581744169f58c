using Commerce.Carriers.Dpd;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed class DpdDamagedAnswersTests() : CarrierDamagedAnswersTests("dpd")
{
    private new IDpdCarrierClient Client => (IDpdCarrierClient)base.Client;

    protected override IHttpClientBuilder AddCarrier(IServiceCollection services)
    {
        return services.AddDpdCarrier(options =>
        {
            DpdSandboxTests.Set(options, Sandbox);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        });
    }

    [Fact]
    public Task Shipment() => CheckAsync(() => Client.CreateShipmentAsync(Order));

    [Fact]
    public Task Return() => CheckAsync(() => ((IReturnLabelClient)Client).CreateReturnAsync(
        Order with { VendorFields = new Dictionary<string, string> { ["DropOffType"] = "BOTH" } }));

    [Fact]
    public Task Validation() => CheckAsync(() => ((IShipmentValidator)Client).ValidateShipmentAsync(Order));

    [Fact]
    public Task Pickup() => CheckAsync(() => ((IPickupScheduler)Client).BookPickupAsync(new PickupRequest
    {
        Key = new OperationKey("pickup-1"), From = CarrierSamples.Sender, Date = new DateOnly(2099, 3, 3),
        ReadyAt = new TimeOnly(9, 0), CloseAt = new TimeOnly(17, 0), Parcels = Order.Parcels,
    }));

    [Fact]
    public Task Collection() => CheckAsync(() => Client.RequestCollectionAsync(Order, new PickupSlot(new DateOnly(2099, 3, 3))));

    [Fact]
    public Task Points() => CheckAsync(() => ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address }));

    [Fact]
    public Task Points_of_the_shipper_webservices() => CheckAsync(() => ((IPickupPointDirectory)Client).FindPickupPointsAsync(
        new PickupPointRequest { Near = CarrierSamples.Recipient.Address with { Country = CountryCode.Parse("NL") } }));

    [Fact]
    public async Task Label_tracking_finding_proof_and_void()
    {
        var shipment = (await Client.CreateShipmentAsync(Order)).Value;
        var tracking = new TrackingRequest { TrackingNumber = shipment.TrackingNumber };

        await CheckAsync(() => ((ILabelReprinter)Client).ReprintAsync(new ReprintRequest { ShipmentId = shipment.Id }));
        await CheckAsync(() => Client.TrackAsync(tracking));
        await CheckAsync(() => ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = Order.Key }));
        await CheckAsync(() => ((IProofOfDeliveryProvider)Client).GetProofOfDeliveryAsync(tracking));
        await CheckAsync(() => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = shipment.Id }));
    }

    private static ShipmentRequest Order { get; } = CarrierSamples.Shipment(new OperationKey("order-1"), "101", LabelFormat.Pdf);

    private Task<int> CheckAsync(Func<Task> call) => DamagedAnswers.CheckAsync(Edge, call);
}
