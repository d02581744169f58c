using System.Text;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed partial class DpdRecordingTests
{
    private static readonly Party Swiss = new()
    {
        Contact = new Contact { Name = "Lou Sample", Company = "Muster AG", Phone = PhoneNumber.Parse("+41440000000"), Email = EmailAddress.Parse("lou@example.com") },
        Address = new Address { Line1 = "1 Musterweg", City = "Zürich", Region = "ZH", PostalCode = "8001", Country = CountryCode.Parse("CH") },
        VatNumber = "CHE000000000",
        Eori = "CH0000001",
    };

    [Fact]
    public async Task Shipment_has_its_number_and_its_label()
    {
        var shipment = (await Client().CreateShipmentAsync(Order("order-one") with { ShipDate = new DateOnly(2026, 3, 3) })).Value;

        Assert.Equal("07500000000001", shipment.Id.Value);
        Assert.Equal("https://www.dpd.fr/traces_07500000000001", shipment.Parcels[0].TrackingUrl!.ToString());
        Assert.Null(shipment.Parcels[0].PartnerTrackingNumber);
        var label = Assert.Single(shipment.Documents);
        Assert.Equal((LabelFormat.Pdf, "07500000000001"), (label.Format, label.TrackingNumber!.Value.Value));
        Assert.Equal("%PDF-1.4\n", Encoding.ASCII.GetString(label.Content.Span));
        await MatchAsync("/shipment");
    }

    [Fact]
    public async Task Several_parcels_share_one_label_and_keep_the_shipments_own_number()
    {
        var request = Order("order-two", parcels: 2);
        request = request with
        {
            Parcels = [request.Parcels[0] with { Reference = "A-1", DeclaredValue = Money.Eur(100) }, request.Parcels[1] with { DeclaredValue = Money.Eur(200) }],
            Options = new ShipmentOptions { InsuredValue = Money.Eur(100) },
        };

        var shipment = (await Client().CreateShipmentAsync(request)).Value;

        Assert.Equal("MPS0750001/07500000000002+07500000000003", shipment.Id.Value);
        Assert.Equal(["01239999999999", null], shipment.Parcels.Select(parcel => parcel.PartnerTrackingNumber?.Value));
        Assert.Equal(["label", "other"], shipment.Documents.Select(document => document.Kind.Value));
        Assert.Equal("The depot was corrected", Assert.Single(shipment.Messages).Message);
        await MatchAsync("/shipment");
    }

    [Fact]
    public async Task Options_are_written_as_dpd_names_them()
    {
        await Client(change: options => (options.NotificationLanguage, options.SendingDepot, options.CustomerId, options.SubAccountNumber) = ("FR", "0380075", "C1", "S1"))
            .CreateShipmentAsync(Order("order-options", "103") with
            {
                Options = new ShipmentOptions { InsuredValue = Money.Eur(250.50m), NotifyByEmail = true, NotifyBySms = true, SaturdayDelivery = true },
                VendorFields = new Dictionary<string, string>
                {
                    ["personalDeliveryType"] = "s2", ["payerType"] = "S", ["serviceCode"] = "9", ["additionalServiceCode"] = "8", ["customerBillingReference"] = "BILL1",
                    ["customsReference"] = "CR1", ["mpsCompleteDelivery"] = "s1", ["LabelPrinterStartPosition"] = "UPPER_LEFT",
                },
                Label = new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
            });

        await MatchAsync("/shipment");
    }

    [Fact]
    public async Task Cash_on_delivery_is_on_the_parcel()
    {
        await Client().CreateShipmentAsync(Order("order-cash", "109") with
        {
            Options = new ShipmentOptions { CashOnDelivery = Money.Eur(20) }, VendorFields = new Dictionary<string, string> { ["collectType"] = "s0" },
        });

        await MatchAsync("/shipment");
    }

    [Fact]
    public async Task Pickup_point_is_at_the_receiver()
    {
        await Client().CreateShipmentAsync(Order("order-shop", "337") with { PickupPoint = new PickupPointReference { Id = "FR00000" } });

        await MatchAsync("/shipment");
    }

    [Fact]
    public async Task Customs_declaration_names_every_line()
    {
        await Client().CreateShipmentAsync(Order("order-customs", "302") with
        {
            Recipient = Swiss,
            Sender = CarrierSamples.Sender with { Eori = "FR00000000000001", VatNumber = "FR00000000001" },
            Customs = new CustomsDeclaration
            {
                Incoterm = Incoterm.Ddp,
                InvoiceNumber = "INV-1",
                InvoiceDate = new DateOnly(2026, 3, 2),
                Items =
                [
                    new CustomsItem
                    {
                        Description = "Desk lamp", Quantity = 2, UnitValue = Money.Eur(19.90m), UnitWeight = Weight.FromGrams(450),
                        Origin = CountryCode.France, HsCode = "94052190", Sku = Sku.Parse("LAMP-1"), Parcel = 0,
                    },
                    new CustomsItem { Description = "Bulb", Quantity = 1, UnitValue = Money.Eur(5), UnitWeight = Weight.FromGrams(50), Origin = CountryCode.France },
                ],
            },
            VendorFields = new Dictionary<string, string> { ["customsPaper"] = "A", ["clearanceStatus"] = "N", ["customsHighLowValue"] = "L", ["mrn"] = "26FR0001" },
        });

        await MatchAsync("/shipment");
    }

    [Theory]
    [InlineData("order-documents", "294", "pdf", "a5", null)]
    [InlineData("order-limited", "793", "epl", "a7", 203)]
    [InlineData("order-zpl", "101", "zpl", "10x15cm", 300)]
    [InlineData("order-image", "101", "png", "10x15cm", 200)]
    public async Task Label_and_kind_of_goods_are_in_the_request(string key, string service, string format, string size, int? dpi)
    {
        var request = Order(key, service) with
        {
            IsDocuments = key == "order-documents",
            Recipient = service == "294" ? Swiss : CarrierSamples.Recipient,
            Label = new LabelSpecification { Format = new LabelFormat(format), Size = new LabelSize(size), Dpi = dpi },
        };

        Assert.True((await Client().CreateShipmentAsync(request)).IsSuccess);

        await MatchAsync("/shipment", test: "Label_and_kind_of_goods." + key);
    }

    [Theory]
    [InlineData("order-refused", "COMMON_2", "contactPerson")]
    [InlineData("order-refused-list", "SHIPMENT_9", "zip code")]
    public async Task Shipment_that_dpd_does_not_take_is_a_refusal(string key, string code, string words)
    {
        var outcome = await Client().CreateShipmentAsync(Order(key));

        Assert.Equal((RefusalCode.ExternalRejected, code), (outcome.Refusal!.Code, outcome.Refusal.VendorCode));
        Assert.Contains(words, outcome.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-408", CommerceErrorKind.Unavailable, "COMMON_408", true)]
    [InlineData("order-500", CommerceErrorKind.Unavailable, "COMMON_500", true)]
    [InlineData("order-html", CommerceErrorKind.Protocol, null, true)]
    [InlineData("order-without-label", CommerceErrorKind.Protocol, null, true)]
    [InlineData("order-short", CommerceErrorKind.Protocol, null, true)]
    [InlineData("order-throttled", CommerceErrorKind.Throttled, null, false)]
    public async Task Purchase_that_fails_is_sent_once_and_tells_whether_it_may_have_happened(string key, CommerceErrorKind kind, string? code, bool unknown)
    {
        var failure = await FailureAsync(() => Client(change: options => options.MaxRetries = key == "order-throttled" ? 0 : 2).CreateShipmentAsync(Order(key)));

        Assert.Equal((kind, code, unknown, "ship"), (failure.Kind, failure.VendorCode, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(1, dpd.Sent("/shipment"));
        Assert.DoesNotContain("zoe@example.com", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-reset")]
    [InlineData("order-slow")]
    [InlineData("order-truncated")]
    public async Task Lost_answer_of_a_purchase_is_unknown_and_never_sent_again(string key)
    {
        var client = Client(change: options => options.AttemptTimeout = key == "order-slow" ? TimeSpan.FromSeconds(1) : options.AttemptTimeout);

        var failure = await FailureAsync(() => client.CreateShipmentAsync(Order(key)));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, dpd.Sent("/shipment"));
    }

    [Fact]
    public async Task Return_is_a_code_where_that_is_asked_for()
    {
        var shipment = (await ((IReturnLabelClient)Client()).CreateReturnAsync(Back("return-code") with
        {
            VendorFields = new Dictionary<string, string> { ["DropOffType"] = "QR_CODE" },
        })).Value;

        Assert.Equal((DocumentKind.QrCode, LabelFormat.Png), (Assert.Single(shipment.Documents).Kind, shipment.Documents[0].Format));
        Assert.Contains("4711", Assert.Single(shipment.Messages).Message, StringComparison.Ordinal);
        await MatchAsync("/shipment");
    }

    [Fact]
    public async Task Return_label_may_hold_its_code()
    {
        var shipment = (await ((IReturnLabelClient)Client()).CreateReturnAsync(Back("return-label"))).Value;

        Assert.Equal([DocumentKind.ReturnLabel, DocumentKind.QrCode], shipment.Documents.Select(document => document.Kind));
        Assert.Equal("pincode", Assert.Single(shipment.Messages).Code);
    }

    [Fact]
    public async Task Return_that_dpd_does_not_take_is_a_refusal_and_one_that_fails_is_unknown()
    {
        var client = (IReturnLabelClient)Client();

        Assert.Equal("COMMON_2", (await client.CreateReturnAsync(Back("return-refused"))).Refusal!.VendorCode);
        var failure = await FailureAsync(() => client.CreateReturnAsync(Back("return-500")));
        Assert.Equal(("return", true), (failure.Operation, failure.IsOutcomeUnknown));
    }

    [Fact]
    public async Task Dry_run_says_what_dpd_would_refuse()
    {
        var validator = (IShipmentValidator)Client();

        Assert.Empty(await validator.ValidateShipmentAsync(Order("order-one")));
        Assert.Equal("COMMON_2", Assert.Single(await validator.ValidateShipmentAsync(Order("order-refused"))).VendorCode);
        Assert.Equal("Label.Size", Assert.Single(await validator.ValidateShipmentAsync(
            Order("order-one") with { Label = new LabelSpecification { Size = LabelSize.FourBySix } })).Field);
    }

    [Theory]
    [InlineData("order-500", CommerceErrorKind.Unavailable, 3)]
    [InlineData("order-html", CommerceErrorKind.Protocol, 1)]
    public async Task Dry_run_that_fails_says_how(string key, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => ((IShipmentValidator)Client()).ValidateShipmentAsync(Order(key)));

        Assert.Equal((kind, "validate"), (failure.Kind, failure.Operation));
        Assert.Equal(sent, dpd.Sent("/shipment"));
    }

    private static ShipmentRequest Back(string key) => Order(key, "332") with { Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender };
}
