using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

public sealed class FedExSandboxTests() : CarrierSandboxTests("fedex")
{
    private static readonly DateOnly Tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);

    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<FedExSandbox>().LiveShipments;

    [Fact]
    public async Task A_revoked_token_is_renewed_without_the_caller_noticing()
    {
        var client = Client();
        await client.TrackAsync(new TrackingRequest { TrackingNumber = UnknownTrackingNumber() });

        Sandbox.Get<FedExSandbox>().RevokeTokens();
        var outcome = await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-43")));

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        Assert.Equal(2, Sandbox.Get<FedExSandbox>().TokensIssued);
    }

    [Fact]
    public async Task Several_parcels_share_the_number_of_the_first()
    {
        var shipment = (await Client().CreateShipmentAsync(FedExSamples.Order("order-1", 3))).Value;

        Assert.Equal(shipment.Id.Value, shipment.TrackingNumber.Value);
        Assert.Equal(3, shipment.Documents.Select(document => document.TrackingNumber).Distinct().Count());
    }

    [Fact]
    public async Task Customs_of_a_shipment_come_back_as_an_invoice_to_print()
    {
        var shipment = (await Client().CreateShipmentAsync(FedExSamples.International("order-1"))).Value;

        Assert.Equal([DocumentKind.Label, DocumentKind.CustomsForm], shipment.Documents.Select(document => document.Kind));
    }

    [Fact]
    public async Task Uploaded_document_goes_with_a_shipment_and_an_invented_one_is_refused()
    {
        var client = Client();
        var id = (await ((ITradeDocumentClient)client).UploadTradeDocumentAsync(FedExSamples.Invoice)).Value.Id;

        var good = await client.CreateShipmentAsync(FedExSamples.International("order-1") with { Customs = FedExSamples.Customs with { UploadedDocumentIds = [id] } });
        var bad = await client.CreateShipmentAsync(FedExSamples.International("order-2") with { Customs = FedExSamples.Customs with { UploadedDocumentIds = ["x"] } });

        Assert.True(good.IsSuccess, good.Refusal?.Message);
        Assert.Equal("ETD.DOCUMENTID.INVALID", bad.Refusal?.VendorCode);
    }

    [Fact]
    public async Task Return_has_a_return_label()
    {
        var request = FedExSamples.Order("return-1") with { Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender };

        var shipment = (await ((IReturnLabelClient)Client()).CreateReturnAsync(request)).Value;

        Assert.Equal(DocumentKind.ReturnLabel, Assert.Single(shipment.Documents).Kind);
    }

    [Fact]
    public async Task Pickup_is_possible_booked_and_cancelled_once()
    {
        var client = Client();
        var request = FedExSamples.Pickup(Tomorrow);

        Assert.Equal(Tomorrow, Assert.Single(await ((IPickupCalendar)client).FindPickupSlotsAsync(request)).Date);
        var booking = (await ((IPickupScheduler)client).BookPickupAsync(request)).Value;
        Assert.Equal("FDXE/NQAA", booking.Location);
        Assert.True((await ((IPickupCanceller)client).CancelPickupAsync(booking)).IsSuccess);
        Assert.Equal("PICKUP.NUMBER.EXPIRED", (await ((IPickupCanceller)client).CancelPickupAsync(booking)).Refusal?.VendorCode);
        Assert.Equal("Location", (await ((IPickupCanceller)client).CancelPickupAsync(booking with { Location = null })).Refusal?.Field);
    }

    [Fact]
    public async Task Pickup_in_the_past_is_refused()
    {
        var outcome = await ((IPickupScheduler)Client()).BookPickupAsync(FedExSamples.Pickup(new DateOnly(2020, 1, 1)));

        Assert.Equal("PICKUP.REQUESTED.PREVIOUS.DAY", outcome.Refusal?.VendorCode);
    }

    [Fact]
    public async Task Pickup_points_are_nearest_first_and_take_a_parcel()
    {
        var client = Client();

        var points = await ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address, MaxCount = 2 });

        Assert.Equal([400, 800], points.Select(point => point.DistanceMetres));
        Assert.Equal(new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(19, 0)), points[0].OpeningHours.Single());
        var held = await client.CreateShipmentAsync(FedExSamples.Order("order-1") with { PickupPoint = new PickupPointReference { Id = points[0].Id } });
        Assert.True(held.IsSuccess, held.Refusal?.Message);
    }

    [Fact]
    public async Task Address_is_known_with_its_better_form()
    {
        var verdict = (await ((IAddressValidator)Client()).ValidateAddressAsync(CarrierSamples.Sender.Address)).Value;

        Assert.Equal((true, null, "LILLE"), (verdict.IsDeliverable, verdict.IsResidential, verdict.Proposals.Single().City));
    }

    [Fact]
    public async Task Ground_is_closed_and_printed_again_and_a_day_without_parcels_is_refused()
    {
        var client = Client();
        var day = new ManifestRequest { Key = new OperationKey("close-1"), Date = new DateOnly(2026, 3, 2) };
        Assert.Equal("GROUND.CLOSE.NOSHIPMENTS", (await ((IManifestClient)client).CloseManifestAsync(day)).Refusal?.VendorCode);
        await client.CreateShipmentAsync(FedExSamples.Order("order-1") with
        {
            Service = new CarrierService("FEDEX_GROUND"), Sender = FedExSamples.American, Recipient = FedExSamples.American,
        });

        var manifest = Assert.Single((await ((IManifestClient)client).CloseManifestAsync(day)).Value);

        Assert.Equal(("2026-03-02", LabelFormat.Pdf), (manifest.Number, Assert.Single(manifest.Documents).Format));
        Assert.True((await ((IManifestReprinter)client).ReprintManifestAsync(manifest.Number!)).IsSuccess);
    }

    [Fact]
    public async Task Transit_times_and_a_valid_shipment_are_told()
    {
        var client = Client();

        Assert.Contains(await ((ITransitTimeProvider)client).GetTransitTimesAsync(CarrierSamples.Rates()), time => time.BusinessDays == 1);
        Assert.Empty(await ((IShipmentValidator)client).ValidateShipmentAsync(FedExSamples.Order("order-1", 2)));
        Assert.Empty(LiveShipments);
    }

    [Fact]
    public async Task Wrong_postal_code_is_refused_by_rates_validation_and_purchase()
    {
        var client = Client();
        var nowhere = CarrierSamples.Recipient with { Address = CarrierSamples.Recipient.Address with { PostalCode = "690" } };
        var order = FedExSamples.Order("order-1") with { Recipient = nowhere };

        Assert.Equal("RECIPIENT.POSTALCODE.INVALID", (await client.CreateShipmentAsync(order)).Refusal?.VendorCode);
        Assert.Equal("RECIPIENT.POSTALCODE.INVALID", Assert.Single(await ((IShipmentValidator)client).ValidateShipmentAsync(order)).VendorCode);
        Assert.Equal("RECIPIENT.POSTALCODE.INVALID", Assert.Single((await ((IRateProvider)client).GetRatesAsync(CarrierSamples.Rates() with { Recipient = nowhere })).Messages).Code);
    }

    [Fact]
    public async Task Proof_of_delivery_of_what_is_not_delivered_is_refused()
    {
        var client = Client();
        var number = (await client.CreateShipmentAsync(FedExSamples.Order("order-1"))).Value.TrackingNumber;

        var outcome = await ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = number });

        Assert.Equal(RefusalCode.NotFound, outcome.Refusal?.Code);
    }

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, FedExSamples.Service, LabelFormat.Zpl, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("999999999999");

    // FedEx gives a label once only: what is found has its numbers and no label, as the capabilities say.
    protected override void AssertFoundLabel(Shipment found) => Assert.Empty(found.Documents);

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret)
    {
        var fedex = Sandbox.Get<FedExSandbox>();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("fedex");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (fedex.ClientId, hasWrongSecret ? "wrong" : fedex.ClientSecret, fedex.AccountNumber);
        });
    }
}
