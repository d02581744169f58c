using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    private static readonly PickupPointReference Point = new()
    {
        Id = "U00000001", Name = "TABAC DES ESSAIS", Address = new Address { Line1 = "1 PLACE DES ESSAIS", City = "LYON", PostalCode = "69002", Country = CountryCode.France },
    };

    [Fact]
    public async Task Return_goes_from_the_buyer_and_is_paid_by_the_merchant()
    {
        var shipment = (await ((IReturnLabelClient)Client()).CreateReturnAsync(
            Back("order-return") with { Options = new ShipmentOptions { NotifyByEmail = true } })).Value;

        Assert.Equal(Number(71), shipment.TrackingNumber);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Return_that_UPS_judges_wrong_is_refused() =>
        Assert.Equal("120512", (await ((IReturnLabelClient)Client()).CreateReturnAsync(Back("order-return-refused"))).Refusal!.VendorCode);

    [Theory]
    [InlineData("order-unavailable", CommerceErrorKind.Unavailable)]
    [InlineData("order-malformed", CommerceErrorKind.Protocol)]
    public async Task Return_that_fails_is_never_sent_twice(string key, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => ((IReturnLabelClient)Client()).CreateReturnAsync(Back(key)));

        Assert.Equal((kind, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, ups.Sent("/ship"));
    }

    [Fact]
    public async Task Parcel_to_an_access_point_names_it_and_tells_the_recipient_when_it_is_there()
    {
        Assert.True((await Client().CreateShipmentAsync(Order("order-point") with { PickupPoint = Point })).IsSuccess);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Recipient_is_told_by_mail_and_by_text_message()
    {
        var order = Order("order-notified") with { PickupPoint = Point, Options = new ShipmentOptions { NotifyByEmail = true, NotifyBySms = true } };

        Assert.True((await Client().CreateShipmentAsync(order)).IsSuccess);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Goods_across_a_border_have_an_invoice_and_duties_that_the_sender_pays()
    {
        var shipment = (await Client().CreateShipmentAsync(Abroad("order-customs") with
        {
            Customs = Declared with { Incoterm = Incoterm.Ddp, InvoiceNumber = "INV-1", InvoiceDate = new DateOnly(2026, 3, 2), ShippingCharge = Money.Eur(9.5m) },
        })).Value;

        var invoice = Assert.Single(shipment.Documents, document => document.Kind == DocumentKind.CustomsForm);
        Assert.Equal((LabelFormat.Pdf, null), (invoice.Format, invoice.TrackingNumber));
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Papers_that_were_uploaded_stand_for_the_invoice()
    {
        var order = Abroad("order-papers") with { Customs = Declared with { UploadedDocumentIds = [Uploaded(1).Id], InvoiceDate = new DateOnly(2026, 3, 2) } };

        Assert.True((await Client().CreateShipmentAsync(order)).IsSuccess);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Return_across_a_border_has_the_partial_invoice()
    {
        var there = Abroad("order-return-customs");
        var back = there with
        {
            Sender = there.Recipient, Recipient = there.Sender, Customs = Declared with { Reason = ExportReason.Return, InvoiceDate = new DateOnly(2026, 3, 2) },
        };

        Assert.True((await ((IReturnLabelClient)Client()).CreateReturnAsync(back)).IsSuccess);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Invoice_that_cannot_be_read_is_a_breach_of_protocol_and_the_purchase_may_be_made()
    {
        var failure = await FailureAsync(() => Client().CreateShipmentAsync(Abroad("order-customs-malformed")));

        Assert.Equal((CommerceErrorKind.Protocol, true), (failure.Kind, failure.IsOutcomeUnknown));
    }

    [Theory]
    [MemberData(nameof(Objections))]
    public async Task What_UPS_would_refuse_is_refused_before_anything_is_sent(string field, Func<ShipmentRequest, ShipmentRequest> change)
    {
        Assert.Equal(field, (await Client().CreateShipmentAsync(change(Order("order-one")))).Refusal!.Field);
        Assert.Equal(0, ups.Sent());
    }

    public static TheoryData<string, Func<ShipmentRequest, ShipmentRequest>> Objections => new()
    {
        { "Parcels[1].Dimensions", order => order with { Parcels = [order.Parcels[0], order.Parcels[0] with { Dimensions = new Dimensions(271, 10, 10) }] } },
        { "Parcels[0].Dimensions", order => order with { Parcels = [order.Parcels[0] with { Dimensions = new Dimensions(150, 60, 60) }] } },
        { "Parcels[0].Weight", order => order with { Parcels = [order.Parcels[0] with { Weight = Weight.FromKilograms(71) }] } },
        { "Recipient.Contact.Email", order => Reached(order, null, "+33612345678") with { Options = new ShipmentOptions { NotifyByEmail = true } } },
        { "Recipient.Contact.Email", order => Reached(order, new string('z', 40) + "@example.com", "+33612345678") with { PickupPoint = Point } },
        { "Recipient.Contact.Phone", order => Reached(order, "zoe@example.com", null) with { PickupPoint = Point, Options = new ShipmentOptions { NotifyBySms = true } } },
        { "Options.NotifyBySms", order => order with { Options = new ShipmentOptions { NotifyBySms = true } } },
        { "Recipient.Contact.Phone", order => Reached(order, "zoe@example.com", null) with { Customs = Declared } },
        { "Recipient.Contact.Phone", order => Reached(order, "zoe@example.com", null) with { Customs = Declared, PickupPoint = Point } },
        { "Sender.Contact.Phone", order => order with { Customs = Declared, Sender = order.Sender with { Contact = new Contact { Name = "Ada Test" } } } },
        {
            "Recipient.Contact.Phone",
            order => Reached(order, "zoe@example.com", null) is var silent
                ? silent with { Recipient = silent.Recipient with { Address = silent.Recipient.Address with { Country = CountryCode.Germany } } }
                : order
        },
        { "PickupPoint.Id", order => order with { PickupPoint = Point with { Id = "U000000001" } } },
        { "PickupPoint", order => order with { PickupPoint = Point with { Name = null } } },
        { "PickupPoint", order => order with { PickupPoint = Point with { Address = null } } },
        { "Options", order => order with { Options = new ShipmentOptions { CashOnDelivery = Money.Eur(10) } } },
        { "Options", order => order with { Options = new ShipmentOptions { MinimumAge = 18 } } },
        { "Options", order => order with { Options = new ShipmentOptions { ReturnLabel = true } } },
    };

    private static CustomsDeclaration Declared => new()
    {
        Items =
        [
            new CustomsItem
            {
                Description = "Desk lamp of brass with a shade of linen and a cable of two metres",
                HsCode = "940521", Quantity = 2, UnitValue = Money.Eur(12.50m), UnitWeight = Weight.FromGrams(400), Origin = CountryCode.France, Sku = new Sku("LAMP-1"),
            },
            new CustomsItem
            {
                Description = "Bulb", HsCode = "853952", Quantity = 10, UnitValue = Money.Eur(1.20m), UnitWeight = Weight.FromGrams(30), Origin = CountryCode.Germany,
            },
        ],
    };

    private static ShipmentRequest Reached(ShipmentRequest order, string? mail, string? phone) => order with
    {
        Recipient = order.Recipient with
        {
            Contact = new Contact { Name = "Zoé Martin", Email = mail is null ? null : EmailAddress.Parse(mail), Phone = phone is null ? null : PhoneNumber.Parse(phone) },
        },
    };

    private static ShipmentRequest Back(string key) => Order(key) with { Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender };

    private static ShipmentRequest Abroad(string key) => Order(key) with
    {
        Service = new CarrierService("65"),
        Sender = CarrierSamples.Sender with { Eori = "FR123456789000", VatNumber = "FR12345678901" },
        Recipient = American,
        Customs = Declared with { InvoiceDate = new DateOnly(2026, 3, 2) },
    };
}
