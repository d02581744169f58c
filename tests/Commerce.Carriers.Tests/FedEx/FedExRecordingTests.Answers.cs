using System.Text;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

/// <summary>What answers mean, and the requests of each option.</summary>
public sealed partial class FedExRecordingTests
{
    [Fact]
    public async Task Shipment_has_its_parcels_in_order_with_labels_price_and_notes()
    {
        var shipment = (await Client("good").CreateShipmentAsync(FedExSamples.Order("order-1", 2))).Value;

        Assert.Equal("794900000001", shipment.Id.Value);
        Assert.Equal(["794900000001", "794900000002"], shipment.Parcels.Select(parcel => parcel.TrackingNumber.Value));
        Assert.Equal([DocumentKind.Label, DocumentKind.Label, DocumentKind.CustomsForm], shipment.Documents.Select(document => document.Kind));
        Assert.Equal(new Money(21.45m, Currency.Parse("GBP")), shipment.Price);
        Assert.Equal("SHIP.RECIPIENT.POSTALCITY.MISMATCH", Assert.Single(shipment.Messages).Code);
    }

    [Fact]
    public async Task International_shipment_declares_goods_parties_and_who_pays()
    {
        await Client("good").CreateShipmentAsync(FedExSamples.International("order-1"));

        await MatchAsync();
    }

    [Fact]
    public async Task International_shipment_goes_to_customs_electronically_where_asked()
    {
        await Client("good", options => options.SendCustomsDocumentsElectronically = true).CreateShipmentAsync(FedExSamples.International("order-1") with
        {
            Customs = FedExSamples.Customs with { Incoterm = Incoterm.Dap, Reason = ExportReason.Return },
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Shipment_with_uploaded_invoice_names_it()
    {
        await Client("good").CreateShipmentAsync(FedExSamples.International("order-1") with
        {
            Customs = FedExSamples.Customs with { UploadedDocumentIds = ["090493recorded"] },
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Return_is_a_return_shipment()
    {
        await ((IReturnLabelClient)Client("good")).CreateReturnAsync(
            FedExSamples.Order("return-1") with { Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender });

        await MatchAsync();
    }

    [Fact]
    public async Task Shipment_with_every_option_sends_each()
    {
        var euros = Currency.Parse("EUR");
        await Client("good").CreateShipmentAsync(FedExSamples.Order("order-1", 2) with
        {
            Options = new ShipmentOptions { Signature = true, SaturdayDelivery = true, InsuredValue = new Money(100.01m, euros), NotifyByEmail = true },
            PickupPoint = new PickupPointReference { Id = "RECA", Name = "Relais Exemple", Address = CarrierSamples.Recipient.Address },
            Label = new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.FourByEight, Dpi = 300 },
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Rates_with_every_option_send_each_but_the_amount_of_cash()
    {
        await ((IRateProvider)Client("good")).GetRatesAsync(WithOptions);

        await MatchAsync();
    }

    [Fact]
    public async Task Transit_times_with_every_option_send_each_but_the_kind_of_signature()
    {
        await ((ITransitTimeProvider)Client("good")).GetTransitTimesAsync(WithOptions);

        await MatchAsync();
    }

    [Fact]
    public async Task American_shipment_has_cash_adult_signature_state_and_ten_digits()
    {
        await Client("good").CreateShipmentAsync(FedExSamples.Order("order-1") with
        {
            Service = new CarrierService("PRIORITY_OVERNIGHT"),
            Sender = FedExSamples.American,
            Recipient = FedExSamples.American,
            Options = new ShipmentOptions { AdultSignature = true, CashOnDelivery = new Money(40m, Currency.Parse("USD")) },
            Label = new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Rates_across_a_border_name_the_value_of_the_goods()
    {
        await ((IRateProvider)Client("good")).GetRatesAsync(CarrierSamples.Rates() with
        {
            Recipient = FedExSamples.American, GoodsValue = new Money(120m, Currency.Parse("EUR")), ShipDate = Day,
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Ground_is_printed_again_by_its_day()
    {
        var manifest = (await ((IManifestReprinter)Client("good")).ReprintManifestAsync("2026-03-02")).Value;

        Assert.Equal(("recorded manifest", "text"), (Encoding.UTF8.GetString(manifest.Documents[0].Content.Span), manifest.Documents[0].Format.Value));
        await MatchAsync();
    }

    [Fact]
    public async Task Document_of_a_shipment_that_exists_names_its_number_and_day()
    {
        var client = (ITradeDocumentClient)Client("good");
        var invoice = FedExSamples.Invoice with { TrackingNumbers = [new TrackingNumber("794900000001")] };
        Assert.Equal("ShipDate", (await client.UploadTradeDocumentAsync(invoice)).Refusal?.Field);

        Assert.Equal("090493recorded", (await client.UploadTradeDocumentAsync(invoice with { ShipDate = Day })).Value.Id);
        await MatchAsync();
    }

    [Fact]
    public async Task Rates_are_the_accounts_without_tax_cheapest_first()
    {
        var quotes = (await ((IRateProvider)Client("good")).GetRatesAsync(CarrierSamples.Rates())).Quotes;
        var listed = (await ((IRateProvider)Client("good", options => options.UseAccountRates = false)).GetRatesAsync(CarrierSamples.Rates())).Quotes;

        Assert.Equal([(16.5m, 21.5m), (33.5m, 38.5m)], quotes.Select(quote => (quote.Price.Amount, quote.PriceWithTax!.Value.Amount)));
        Assert.Equal((2, true, 5.31m), (quotes[0].TransitDays, quotes[0].IsNegotiated, quotes[0].Surcharges["FUEL"].Amount));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 10, 30, 0, TimeSpan.Zero), quotes[0].DeliveryBy);
        Assert.Equal((43m, false), (listed[0].Price.Amount, listed[0].IsNegotiated));
    }

    [Fact]
    public async Task Tracking_takes_the_parcel_with_the_latest_scan_and_keeps_unknown_codes()
    {
        var report = (await Client("good").TrackAsync(Number("794900000001")))!;

        Assert.Equal((TrackingStatus.Exception, IncidentReason.RecipientAbsent), (report.Status, report.Incident));
        Assert.Equal(["DE/15", "AO", "Ow", "PU", "ZZ"], report.Events.Select(item => item.Code));
        Assert.Equal(
            [TrackingStatus.Exception, null, TrackingStatus.InTransit, TrackingStatus.PickedUp, TrackingStatus.Unknown], report.Events.Select(item => item.Status));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 17, 0, 0, TimeSpan.Zero), report.EstimatedDelivery);
        Assert.Null(await Client("good").TrackAsync(Number("794900000009")));
        Assert.Equal(CommerceErrorKind.Unavailable, (await FailureAsync(() => Client("good").TrackAsync(Number("794900000008")))).Kind);
    }

    [Fact]
    public async Task Shipment_whose_answer_was_lost_is_found_with_its_numbers_and_without_what_is_cancelled()
    {
        var client = (IShipmentFinder)Client("good");

        var found = await client.FindShipmentAsync(Key("order-1"));

        Assert.Equal(["794900000001", "794900000002"], found!.Parcels.Select(parcel => parcel.TrackingNumber.Value));
        Assert.Null(await client.FindShipmentAsync(Key("order-unknown")));
    }

    [Fact]
    public async Task Void_tells_what_was_done_before_and_what_was_not_done()
    {
        var client = Client("good");

        Assert.True((await VoidAsync(client, "794900000003")).Value.WasAlreadyVoid);
        Assert.Equal(RefusalCode.WindowExpired, (await VoidAsync(client, "794900000002")).Refusal?.Code);
        var some = await ((IShipmentVoider)client).VoidAsync(new VoidRequest
        {
            ShipmentId = new CarrierShipmentId("794900000001"), TrackingNumbers = [new TrackingNumber("794900000002")],
        });
        Assert.Equal("TrackingNumbers", some.Refusal?.Field);
    }

    [Fact]
    public async Task Places_addresses_and_slots_are_read()
    {
        var client = Client("good");

        var point = Assert.Single(await ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address }));
        var verdict = (await ((IAddressValidator)client).ValidateAddressAsync(CarrierSamples.Sender.Address)).Value;
        var slot = Assert.Single(await ((IPickupCalendar)client).FindPickupSlotsAsync(FedExSamples.Pickup(Day)));
        var time = Assert.Single(await ((ITransitTimeProvider)client).GetTransitTimesAsync(CarrierSamples.Rates()));

        Assert.Equal((1609, Weight.FromPounds(55)), (point.DistanceMetres, point.MaxWeight));
        Assert.Equal((true, false, "59000"), (verdict.IsDeliverable, verdict.IsResidential, verdict.Proposals.Single().PostalCode));
        Assert.Equal(new PickupSlot(Day, new TimeOnly(9, 0), new TimeOnly(16, 0)), slot);
        Assert.Equal((new DateOnly(2026, 3, 4), new TimeOnly(10, 30), 2), (time.DeliveryDate, time.DeliveryTime, time.BusinessDays));
    }

    [Fact]
    public async Task Close_whose_answer_is_lost_is_had_again_by_its_day()
    {
        var close = new ManifestRequest { Key = new OperationKey("close-1"), Date = Day };
        var lost = await FailureAsync(() => ((IManifestClient)Client("reset")).CloseManifestAsync(close));

        var again = await ((IManifestReprinter)Client("good")).ReprintManifestAsync("2026-03-02");

        Assert.True(lost.IsOutcomeUnknown);
        Assert.Equal(("2026-03-02", DocumentKind.Manifest), (again.Value.Number, Assert.Single(again.Value.Documents).Kind));
    }

    private static RateRequest WithOptions => CarrierSamples.Rates() with
    {
        ShipDate = Day,
        Options = new ShipmentOptions
        {
            AdultSignature = true, SaturdayDelivery = true, InsuredValue = new Money(100m, Currency.Parse("EUR")), CashOnDelivery = new Money(40m, Currency.Parse("EUR")),
        },
        PickupPoint = new PickupPointReference { Id = "RECA", Name = "Relais Exemple", Address = CarrierSamples.Recipient.Address },
    };
}
