using Commerce.Carriers.Dpd;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

/// <summary>DPD France where EPrint makes the labels, without any META-API login.</summary>
public sealed class DpdEPrintSandboxTests() : CarrierSandboxTests("dpd")
{
    private readonly VendorEdge _edge = new();

    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<DpdSandbox>().LiveShipments;

    [Fact]
    public async Task Label_for_the_way_back_comes_with_the_shipment()
    {
        var shipment = (await Client().CreateShipmentAsync(ValidShipment(new OperationKey("order-1")) with { Options = new ShipmentOptions { ReturnLabel = true } })).Value;

        Assert.Single(shipment.Parcels);
        Assert.NotEqual(shipment.TrackingNumber, Assert.Single(shipment.Returns).TrackingNumber);
        Assert.Equal([DocumentKind.Label, DocumentKind.ReturnLabel], shipment.Documents.Select(document => document.Kind));
    }

    [Fact]
    public async Task Return_is_bought_on_its_own()
    {
        var shipment = (await ((IReturnLabelClient)Client()).CreateReturnAsync(ValidShipment(new OperationKey("return-1")) with { Service = new CarrierService("332") })).Value;

        Assert.Empty(shipment.Returns);
        Assert.Equal(DocumentKind.ReturnLabel, Assert.Single(shipment.Documents).Kind);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Client_can_do_exactly_what_its_companions_can(bool webTrace, bool myPudo)
    {
        var services = new ServiceCollection();
        services.AddDpdCarrier(options =>
        {
            Set(options);
            (options.WebTracePassword, options.MyPudoKey) = (webTrace ? "secret" : "", myPudo ? "secret" : "");
            (options.ShipperDelisId, options.ShipperPassword) = ("", "");
        });
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<ICarrierClient>("dpd");

        Assert.Equal(
            (true, webTrace, webTrace, myPudo, myPudo, false, false, false),
            (client is IShipmentVoider, client is IShipmentFinder, client is IProofOfDeliveryProvider, client is IPickupPointDirectory, client is IPickupPointFinder,
            client is IPickupScheduler, client is IShipmentValidator, client is IDpdCarrierClient));
    }

    [Fact]
    public async Task Damaged_answers_end_well_or_with_one_clear_failure()
    {
        var services = new ServiceCollection();
        services.AddDpdCarrier(options =>
        {
            Set(options);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => _edge);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<ICarrierClient>("dpd");
        var order = ValidShipment(new OperationKey("order-1"));
        var back = order with { Service = new CarrierService("332") };
        var id = (await client.CreateShipmentAsync(order)).Value.Id;

        await DamagedAnswers.CheckAsync(_edge, () => client.CreateShipmentAsync(order with { Options = new ShipmentOptions { ReturnLabel = true } }));
        await DamagedAnswers.CheckAsync(_edge, () => ((IReturnLabelClient)client).CreateReturnAsync(back));
        await DamagedAnswers.CheckAsync(_edge, () => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest { ShipmentId = id }));
    }

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "101", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("07500999999999");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret) => services.AddDpdCarrier(options =>
    {
        Set(options);
        options.EPrintPassword = hasWrongSecret ? "wrong" : options.EPrintPassword;
    });

    private void Set(DpdCarrierOptions options)
    {
        DpdSandboxTests.Set(options, Sandbox);
        (options.UseEPrintForLabels, options.Login, options.Password) = (true, "", "");
    }
}
