using Commerce.Carriers.Dpd;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

/// <summary>DPD France with every companion.</summary>
public sealed class DpdSandboxTests() : CarrierSandboxTests("dpd")
{
    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<DpdSandbox>().LiveShipments;

    [Fact]
    public async Task Revoked_token_is_renewed_without_the_caller_noticing()
    {
        var client = Client();
        Assert.True((await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-42")))).IsSuccess);

        Sandbox.Get<DpdSandbox>().RevokeTokens();
        var outcome = await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-43")));

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        Assert.Equal(2, Sandbox.Get<DpdSandbox>().TokensIssued);
    }

    [Fact]
    public async Task Dry_run_buys_nothing_and_tells_what_dpd_refuses()
    {
        var validator = (IShipmentValidator)Client();
        var good = ValidShipment(new OperationKey("order-1"));
        var bad = good with { Recipient = good.Recipient with { Address = good.Recipient.Address with { PostalCode = "691" } } };

        Assert.Empty(await validator.ValidateShipmentAsync(good));
        Assert.Equal("SHIPMENT_9", Assert.Single(await validator.ValidateShipmentAsync(bad)).VendorCode);
        Assert.Empty(LiveShipments);
    }

    [Fact]
    public async Task Return_has_a_code_beside_its_label_when_both_are_asked_for()
    {
        var request = ValidShipment(new OperationKey("return-1")) with
        {
            Service = new CarrierService("332"), VendorFields = new Dictionary<string, string> { ["DropOffType"] = "BOTH" },
        };

        var outcome = await ((IReturnLabelClient)Client()).CreateReturnAsync(request);

        Assert.Equal([DocumentKind.ReturnLabel, DocumentKind.QrCode], outcome.Value.Documents.Select(document => document.Kind));
        Assert.Contains("1234", Assert.Single(outcome.Value.Messages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_purchase_is_not_found_again()
    {
        var client = Client();
        var shipment = (await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-9")))).Value;

        await ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = shipment.Id });

        Assert.Null(await ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-9") }));
    }

    [Fact]
    public async Task Points_of_a_search_are_found_by_their_numbers()
    {
        var client = Client();

        var points = await ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address, MaxCount = 2 });
        var point = await ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = points[1].Id }, CountryCode.France);

        Assert.Equal([350, 700], points.Select(found => found.DistanceMetres!.Value));
        Assert.Equal(points[1].Id, point!.Id);
        Assert.Null(await ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = "P99999" }, CountryCode.France));
    }

    [Fact]
    public async Task Collection_is_booked_and_one_in_the_past_is_refused()
    {
        var scheduler = (IPickupScheduler)Client();
        var request = new PickupRequest
        {
            Key = new OperationKey("pickup-1"), From = CarrierSamples.Sender, Date = new DateOnly(2099, 3, 3),
            ReadyAt = new TimeOnly(9, 0), CloseAt = new TimeOnly(17, 0), Parcels = ValidShipment(new OperationKey("x")).Parcels,
        };

        var booked = await scheduler.BookPickupAsync(request);
        var refused = await scheduler.BookPickupAsync(request with { Date = new DateOnly(2020, 1, 1) });

        Assert.Equal(booked.Value.ConfirmationNumber, Assert.Single(Sandbox.Get<DpdSandbox>().Pickups));
        Assert.Equal("ERROR", refused.Refusal!.VendorCode);
    }

    [Fact]
    public async Task Parcel_is_followed_by_the_shipper_webservices_too()
    {
        var number = (await Client().CreateShipmentAsync(ValidShipment(new OperationKey("order-1")))).Value.TrackingNumber;
        var client = (IDpdCarrierClient)Provide(options => options.WebTracePassword = "");

        var report = await client.TrackAsync(new TrackingRequest { TrackingNumber = number });

        Assert.Equal(TrackingStatus.Created, report!.Status);
        Assert.Null(await client.TrackAsync(new TrackingRequest { TrackingNumber = UnknownTrackingNumber() }));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void Client_can_do_exactly_what_its_companions_can(bool ePrint, bool webTrace, bool myPudo)
    {
        var client = Provide(options =>
        {
            (options.EPrintUserId, options.EPrintPassword) = ePrint ? ("user", "secret") : ("", "");
            options.WebTracePassword = webTrace ? "secret" : "";
            options.MyPudoKey = myPudo ? "secret" : "";
            (options.ShipperDelisId, options.ShipperPassword) = ("", "");
        });

        (CarrierFeature Feature, bool Has, bool Expected, string Option)[] features =
        [
            (CarrierFeature.Void, client is IShipmentVoider, ePrint, "EPrintUserId"),
            (CarrierFeature.FindByReference, client is IShipmentFinder, webTrace, "WebTracePassword"),
            (CarrierFeature.ProofOfDelivery, client is IProofOfDeliveryProvider, webTrace, "WebTracePassword"),
            (CarrierFeature.PickupPoints, client is IPickupPointDirectory, myPudo, "MyPudoKey"),
            (CarrierFeature.PickupPointDetails, client is IPickupPointFinder, myPudo, "MyPudoKey"),
        ];
        Assert.All(features, entry =>
        {
            var support = client.Capabilities.Supports(entry.Feature);
            Assert.Equal((entry.Expected, entry.Expected), (entry.Has, support.IsSupported));
            Assert.True(entry.Expected || support.Reason!.Contains(entry.Option, StringComparison.Ordinal), support.Reason);
        });
        Assert.Equal(webTrace ? LostAnswerRecovery.LookUpByReference : LostAnswerRecovery.None, client.Capabilities.Recovery);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public async Task Shipper_webservices_search_for_points_but_show_none(bool ePrint, bool webTrace, bool labels)
    {
        var client = Provide(options =>
        {
            (options.EPrintUserId, options.EPrintPassword, options.UseEPrintForLabels) = ePrint ? ("user", "secret", labels) : ("", "", false);
            (options.WebTracePassword, options.MyPudoKey) = (webTrace ? "secret" : "", "");
        });

        Assert.Equal((ePrint, webTrace, false), (client is IShipmentVoider, client is IShipmentFinder, client is IPickupPointFinder));
        var points = await ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest
        {
            Near = CarrierSamples.Recipient.Address with { Country = CountryCode.Parse("NL"), PostalCode = "3511AA" }, MaxDistanceKm = 1,
        });
        Assert.Equal(["NL00001", "NL00002"], points.Select(point => point.Id));
        Assert.True(client.Capabilities.Supports(CarrierFeature.PickupPoints).IsSupported);
        Assert.False(client.Capabilities.Supports(CarrierFeature.PickupPointDetails).IsSupported);
    }

    [Fact]
    public async Task Tracking_without_a_companion_says_what_to_set_and_sends_nothing()
    {
        var client = Provide(options => (options.WebTracePassword, options.ShipperDelisId, options.ShipperPassword) = ("", "", ""));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.TrackAsync(new TrackingRequest { TrackingNumber = UnknownTrackingNumber() }));

        Assert.Equal((CommerceErrorKind.Invalid, true), (failure.Kind, failure.WasNeverSent));
        Assert.Contains("WebTracePassword", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ShipperDelisId", client.Capabilities.Supports(CarrierFeature.From("tracking")).Reason, StringComparison.Ordinal);
    }

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "101", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("07500999999999");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret) => services.AddDpdCarrier(options =>
    {
        Set(options, Sandbox);
        options.Password = hasWrongSecret ? "wrong" : options.Password;
    });

    internal static void Set(DpdCarrierOptions options, SandboxHost sandbox)
    {
        var (dpd, address) = (sandbox.Get<DpdSandbox>(), sandbox.AddressOf("dpd"));
        options.BaseAddress = options.ShipperAddress = address;
        (options.BusinessUnit, options.Login, options.Password, options.AccountNumber) = (dpd.BusinessUnit, dpd.Login, dpd.Password, dpd.AccountNumber);
        (options.FranceCenterNumber, options.FranceCustomerNumber) = (dpd.CenterNumber, int.Parse(dpd.AccountNumber, null));
        (options.EPrintAddress, options.EPrintUserId, options.EPrintPassword) = (new Uri(address, "eprintwebservice.asmx"), dpd.User, dpd.Password);
        (options.WebTraceAddress, options.WebTracePassword) = (new Uri(address, "webtrace_service.asmx"), dpd.Password);
        (options.MyPudoAddress, options.MyPudoKey) = (new Uri(address, "mypudo.asmx/"), dpd.PudoKey);
        (options.ShipperDelisId, options.ShipperPassword) = (dpd.User, dpd.Password);
    }

    private ICarrierClient Provide(Action<DpdCarrierOptions> change)
    {
        var services = new ServiceCollection();
        services.AddDpdCarrier(options =>
        {
            Set(options, Sandbox);
            change(options);
        });
        return services.BuildServiceProvider().GetRequiredKeyedService<ICarrierClient>("dpd");
    }
}
