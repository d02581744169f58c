using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed partial class ColissimoRecordingTests
{
    private static readonly DateOnly Day = new(2026, 12, 24);

    [Fact]
    public async Task Shipment_has_its_numbers_and_the_raw_label()
    {
        var shipment = (await Client.CreateShipmentAsync(Shipment("69002"))).Value;

        Assert.Equal(("6C00000000001", "01234567"), (shipment.Id.Value, shipment.Parcels[0].PartnerTrackingNumber!.Value.Value));
        var label = Assert.Single(shipment.Documents);
        Assert.Equal("%PDF-1.4\r\nlabel \u00ff\0 --uuid:0\r\n%%EOF\n", Encoding.Latin1.GetString(label.Content.Span));
        await MatchAsync();
    }

    [Fact]
    public async Task Options_are_written_as_colissimo_names_them()
    {
        var request = Shipment("69002") with
        {
            Options = new ShipmentOptions { Signature = true, InsuredValue = Money.Eur(300), CashOnDelivery = Money.Eur(12.34m), NotifyByEmail = true, NotifyBySms = true },
            VendorFields = new Dictionary<string, string>
            {
                ["instructions"] = "Œuf fragile", ["doorCode1"] = "12A", ["intercom"] = "Martin", ["CUSER_INFO_TEXT"] = "lot 7", ["hazmatCategory"] = "A", ["nonMachinable"] = "true",
            },
        };

        Assert.True((await Client.CreateShipmentAsync(request)).IsSuccess);
        await MatchAsync();
    }

    [Fact]
    public async Task Customs_declaration_brings_its_form()
    {
        var shipment = (await Client.CreateShipmentAsync(Abroad())).Value;

        Assert.Equal([DocumentKind.Label, DocumentKind.CustomsForm], shipment.Documents.Select(static document => document.Kind));
        await MatchAsync();
    }

    [Fact]
    public async Task Duty_paid_names_the_state_both_eori_and_the_goods()
    {
        var request = Abroad();
        var address = new Address { Line1 = "350 Example Avenue", City = "New York", Region = "NY", PostalCode = "10001-1234", Country = CountryCode.UnitedStates };
        var paid = request with
        {
            Recipient = request.Recipient with { Address = address, Eori = "US123456789" }, Customs = request.Customs! with { Incoterm = Incoterm.Ddp },
        };

        Assert.True((await Client.CreateShipmentAsync(paid)).IsSuccess);
        await MatchAsync();
    }

    private static Address Place { get; } = new() { Line1 = "3 place des Essais", City = "Lyon", PostalCode = "69002", Country = CountryCode.France };

    [Fact]
    public async Task Label_to_a_pickup_point_names_it_and_the_shop()
    {
        var request = Shipment("69002", "HD") with { PickupPoint = new PickupPointReference { Id = "054321", Name = "TABAC DES ESSAIS", Address = Place } };

        Assert.True((await Client.CreateShipmentAsync(request)).IsSuccess);
        await MatchAsync();
    }

    [Fact]
    public async Task Fields_that_are_not_read_are_refused_by_their_names()
    {
        var fields = new Dictionary<string, string> { ["colour"] = "red" };
        Refusal?[] refusals =
        [
            (await Client.CreateShipmentAsync(Shipment("69002") with { VendorFields = fields })).Refusal,
            Assert.Single(await ((IShipmentValidator)Client).ValidateShipmentAsync(Shipment("69002") with { VendorFields = fields })),
            (await ((ILabelReprinter)Client).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId("6C00000000001"), VendorFields = fields })).Refusal,
            (await ((IPickupScheduler)Client).BookPickupAsync(Pickup("8R00000000001") with { VendorFields = fields })).Refusal,
            (await ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest
            {
                Key = new OperationKey("day-1"), TrackingNumbers = [new TrackingNumber("6C00000000001")], VendorFields = fields,
            })).Refusal,
        ];

        Assert.All(refusals, static refusal => Assert.Equal("VendorFields.colour", refusal!.Field));
        Assert.Empty(await colissimo.RequestsAsync());
    }

    [Fact]
    public async Task Parcels_overseas_are_followers_and_a_master()
    {
        var shipment = (await Client.CreateShipmentAsync(Overseas(1.25m, 2.5m))).Value;

        Assert.Equal("8Q00000000001+8Q00000000002", shipment.Id.Value);
        await MatchAsync();
    }

    [Fact]
    public async Task Refused_second_parcel_leaves_the_first_bought()
    {
        var partial = Assert.IsType<PartialShipment>((await Client.CreateShipmentAsync(Overseas(1.25m, 3m))).Refusal);

        Assert.Equal(("30301", "8Q00000000001"), (partial.VendorCode, partial.Bought.Id.Value));
        Assert.Equal([1], partial.MissingParcels);
        Assert.Single(partial.Bought.Documents);
    }

    [Fact]
    public async Task Lost_second_parcel_leaves_the_first_bought()
    {
        var failure = await Assert.ThrowsAsync<PartialShipmentException>(() => Client.CreateShipmentAsync(Overseas(1.25m, 4m, 2.5m)));

        Assert.True(failure.IsOutcomeUnknown);
        Assert.Equal("8Q00000000001", failure.Bought.Id.Value);
        Assert.Equal([1, 2], failure.MissingParcels);
        Assert.Equal(2, colissimo.Sent("generateLabel"));
    }

    [Theory]
    [InlineData("69003", "30109", "Service")]
    [InlineData("69004", "GEO_ROUTING_R102", "Recipient.Address.PostalCode")]
    public async Task Refusal_comes_as_json_or_as_multipart(string postalCode, string code, string field)
    {
        var refusal = (await Client.CreateShipmentAsync(Shipment(postalCode))).Refusal!;

        Assert.Equal((code, field), (refusal.VendorCode, refusal.Field));
    }

    [Theory]
    [InlineData("69005", CommerceErrorKind.Unauthorized)]
    [InlineData("69006", CommerceErrorKind.Unavailable)]
    [InlineData("69007", CommerceErrorKind.Protocol)]
    [InlineData("69008", CommerceErrorKind.Protocol)]
    [InlineData("69009", CommerceErrorKind.Invalid)]
    [InlineData("69010", CommerceErrorKind.Unavailable)]
    [InlineData("69011", CommerceErrorKind.Unavailable)]
    public async Task Purchase_that_fails_says_how_and_is_sent_once(string postalCode, CommerceErrorKind kind)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client.CreateShipmentAsync(Shipment(postalCode)));

        Assert.Equal((kind, "colissimo", "ship"), (failure.Kind, failure.Vendor, failure.Operation));
        Assert.Equal(1, colissimo.Sent("generateLabel"));
        Assert.DoesNotContain("invented-key", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zoé", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purchase_that_is_answered_too_late_is_unknown_and_sent_once()
    {
        // A deadline needs a clock that runs.
        await using var provider = Provide(static _ => { });
        var client = provider.GetRequiredKeyedService<ICarrierClient>("colissimo");

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(Shipment("69012") with { ShipDate = null }));

        Assert.True(failure.IsOutcomeUnknown);
        Assert.Equal(1, colissimo.Sent("generateLabel"));
    }

    [Fact]
    public async Task Return_goes_to_the_merchant_and_is_collected()
    {
        var request = Shipment("59000") with { Service = new CarrierService("CORE"), Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender };

        Assert.Equal("8R00000000001", (await ((IReturnLabelClient)Client).CreateReturnAsync(request)).Value.Id.Value);
        Assert.Equal([new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5)],
            (await ((IPickupCalendar)Client).FindPickupSlotsAsync(Pickup("8R00000000001"))).Select(static slot => slot.Date));
        Assert.Equal("8R00000000001", (await ((IPickupScheduler)Client).BookPickupAsync(Pickup("8R00000000001"))).Value.ConfirmationNumber);
        await MatchAsync();
    }

    [Fact]
    public async Task Collection_that_is_refused_or_lost_says_so()
    {
        Assert.Equal("30502", (await ((IPickupScheduler)Client).BookPickupAsync(Pickup("8R00000000099"))).Refusal!.VendorCode);
        Assert.True((await Assert.ThrowsAsync<CommerceException>(() => ((IPickupScheduler)Client).BookPickupAsync(Pickup("8R00000000097")))).IsOutcomeUnknown);
        Assert.Equal(2, colissimo.Sent("planPickup"));
    }

    [Theory]
    [InlineData("69003", CommerceErrorKind.Invalid)]
    [InlineData("69007", CommerceErrorKind.Protocol)]
    public async Task Days_that_fail_say_how(string postalCode, CommerceErrorKind kind)
    {
        var pickup = Pickup("8R00000000001");
        var failure = await Assert.ThrowsAsync<CommerceException>(
            () => ((IPickupCalendar)Client).FindPickupSlotsAsync(pickup with { From = To(pickup.From, postalCode) }));

        Assert.Equal(kind, failure.Kind);
    }

    [Fact]
    public async Task Bordereau_has_its_number_and_its_paper()
    {
        var manifest = Assert.Single((await CloseAsync("6C00000000001", "6C00000000002")).Value);

        Assert.Equal(("123", 2), (manifest.Number, manifest.ParcelCount));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(Assert.Single(manifest.Documents).Content.Span), StringComparison.Ordinal);
        await MatchAsync();
    }

    [Fact]
    public async Task Bordereau_that_fails_says_how()
    {
        Assert.Equal("30500", (await CloseAsync("6C00000000099")).Refusal!.VendorCode);
        Assert.Equal(CommerceErrorKind.Protocol, (await Assert.ThrowsAsync<CommerceException>(() => CloseAsync("6C00000000098"))).Kind);
        Assert.True((await Assert.ThrowsAsync<CommerceException>(() => CloseAsync("6C00000000097"))).IsOutcomeUnknown);
        Assert.Equal("TrackingNumbers", (await CloseAsync([.. Enumerable.Repeat("6C00000000001", 51)])).Refusal!.Field);
        Assert.Equal(3, colissimo.Sent("generateBordereau"));
    }

    [Fact]
    public async Task Label_is_fetched_again()
    {
        Assert.Single((await ReprintAsync("6C00000000001")).Value);
        Assert.Equal("30500", (await ReprintAsync("6C00000000099")).Refusal!.VendorCode);
        Assert.Equal(CommerceErrorKind.Protocol, (await Assert.ThrowsAsync<CommerceException>(() => ReprintAsync("6C00000000098"))).Kind);
        await MatchAsync();
    }

    [Fact]
    public async Task Validation_prints_nothing_and_names_what_is_wrong()
    {
        var validator = (IShipmentValidator)Client;

        Assert.Empty(await validator.ValidateShipmentAsync(Shipment("69002")));
        Assert.Equal("30109", Assert.Single(await validator.ValidateShipmentAsync(Shipment("69003"))).VendorCode);
        Assert.Equal(0, colissimo.Sent("generateLabel"));
    }

    internal static ShipmentRequest Abroad()
    {
        var request = Shipment("8001");
        return request with
        {
            Recipient = request.Recipient with { Address = new Address { Line1 = "Beispielstrasse 1", City = "Zürich", PostalCode = "8001", Country = CountryCode.Parse("CH") } },
            Sender = request.Sender with { Eori = "FR12345678900011" },
            Customs = new CustomsDeclaration
            {
                Items =
                [
                    new CustomsItem
                    {
                        Description = "Cotton T-shirt à pois", Quantity = 2, UnitValue = Money.Eur(20), UnitWeight = Weight.FromGrams(450),
                        Origin = CountryCode.France, HsCode = "610910", Sku = new Sku("TS-1"),
                    },
                ],
                InvoiceNumber = "INV-7", ShippingCharge = Money.Eur(4.90m), ReturnIfUndeliverable = false,
            },
        };
    }

    private static ShipmentRequest Shipment(string postalCode, string service = "DOS")
    {
        var request = CarrierSamples.Shipment(new OperationKey("order-42"), service, LabelFormat.Pdf) with { ShipDate = Day };
        return request with { Recipient = To(request.Recipient, postalCode) };
    }

    private static ShipmentRequest Overseas(params decimal[] kilograms)
    {
        var request = Shipment("97400", "CDS");
        return request with
        {
            Recipient = request.Recipient with { Address = request.Recipient.Address with { City = "Saint-Denis", Country = CountryCode.Parse("RE") } },
            Parcels = [.. kilograms.Select(static weight => new Parcel { Weight = Weight.FromKilograms(weight) })],
        };
    }

    private static PickupRequest Pickup(string number) => new()
    {
        Key = new OperationKey("pickup-1"), From = CarrierSamples.Recipient, Parcels = [new Parcel { Weight = Weight.FromKilograms(1) }],
        TrackingNumbers = [new TrackingNumber(number)], Date = new DateOnly(2026, 3, 4), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
    };

    private Task<Outcome<IReadOnlyList<Manifest>>> CloseAsync(params string[] numbers) => ((IManifestClient)Client).CloseManifestAsync(
        new ManifestRequest { Key = new OperationKey("day-1"), TrackingNumbers = [.. numbers.Select(static number => new TrackingNumber(number))] });

    private Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(string number) =>
        ((ILabelReprinter)Client).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId(number) });
}
