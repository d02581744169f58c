using Commerce.Carriers.Colissimo;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed class ColissimoRulesTests
{
    private static readonly ColissimoCarrierOptions Options = new() { ApiKey = "invented" };
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ShipmentRequest Plain = CarrierSamples.Shipment(new OperationKey("order-42"), "DOS", LabelFormat.Pdf);

    public static TheoryData<string, ShipmentRequest> Refused => new()
    {
        { "Options", Plain with { Service = new CarrierService("DOM"), Options = new ShipmentOptions { Signature = true } } },
        { "Options", Plain with { Options = new ShipmentOptions { SaturdayDelivery = true } } },
        { "Options", Plain with { Options = new ShipmentOptions { MinimumAge = 18 } } },
        { "Options", Plain with { Options = new ShipmentOptions { AdultSignature = true } } },
        { "Options", Plain with { Options = new ShipmentOptions { ReturnLabel = true } } },
        { "Options", Plain with { PickupPoint = new PickupPointReference { Id = "012345" } } },
        { "Options", Plain with { Service = new CarrierService("DOM"), Options = new ShipmentOptions { CashOnDelivery = Money.Eur(5) } } },
        { "Options.InsuredValue", Plain with { Options = new ShipmentOptions { InsuredValue = Money.Eur(200) } } },
        { "Options.CashOnDelivery", Plain with { Options = new ShipmentOptions { CashOnDelivery = Money.Eur(5.001m) } } },
        { "PickupPoint.Id", Plain with { Service = new CarrierService("HD") } },
        { "Label", Plain with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A4 } } },
        { "ShipDate", Plain with { ShipDate = Today.AddDays(-1) } },
        { "Reference", Plain with { Reference = new string('r', 31) } },
        { "Recipient.Contact.Phone", Plain with { Options = new ShipmentOptions { NotifyBySms = true }, Recipient = Contact(Plain.Recipient.Contact with { Phone = PhoneNumber.Parse("+33478000000") }) } },
        { "Recipient.Contact.Email", Plain with { Options = new ShipmentOptions { NotifyByEmail = true }, Recipient = Contact(Plain.Recipient.Contact with { Email = null }) } },
        { "Recipient.Contact.Name", Plain with { Recipient = Contact(new Contact { Name = "Zoé" }) } },
        { "Parcels[0].Dimensions", Plain with { Parcels = [new Parcel { Weight = Weight.FromKilograms(1), Dimensions = new Dimensions(280, 10, 10) }] } },
        { "Parcels[0].Packaging", Plain with { Parcels = [new Parcel { Weight = Weight.FromKilograms(1), Packaging = "BOX" }] } },
        { "Parcels[0].Reference", Plain with { Parcels = [new Parcel { Weight = Weight.FromKilograms(1), Reference = new string('r', 16) }] } },
        { "VendorFields.colour", Field("colour", "red") },
        { "VendorFields.ftd", Field("ftd", "yes") },
        { "VendorFields.recommendationLevel", Field("recommendationLevel", "R4") },
        { "VendorFields.hazmatCategory", Field("hazmatCategory", "F") },
        { "VendorFields.reseauPostal", Field("reseauPostal", "1") },
        { "VendorFields.originalParcelNumber", Field("originalParcelNumber", "6C00000000001") },
        { "VendorFields.instructions", Field("instructions", new string('i', 36)) },
        { "Customs.ShippingCharge", Customs(static customs => customs with { ShippingCharge = null }) },
        { "Customs.InvoiceDate", Customs(static customs => customs with { InvoiceDate = Today }) },
        { "Customs.UploadedDocumentIds", Customs(static customs => customs with { UploadedDocumentIds = ["1"] }) },
        { "Customs.Incoterm", Customs(static customs => customs with { Incoterm = Incoterm.Exw }) },
        { "Customs.Items[0].Description", Customs(static customs => customs with { Items = [customs.Items[0] with { Description = new string('d', 65) }] }) },
        { "Customs.Items[0].HsCode", Customs(static customs => customs with { Items = [customs.Items[0] with { HsCode = "6109101" }] }) },
        { "Parcels.Dimensions", Customs(static customs => customs with { Incoterm = Incoterm.Ddp }) with { Parcels = [new Parcel { Weight = Weight.FromKilograms(1) }] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_said_is_refused_by_its_field(string field, ShipmentRequest request) =>
        Assert.Contains(field, ColissimoRules.Check(request, Options, Today).Select(static objection => objection.Field));

    [Fact]
    public void Dangerous_goods_need_the_newer_service()
    {
        var request = Field("hazmatCategory", "A");

        Assert.Empty(ColissimoRules.Check(request, Options, Today));
        Assert.Equal("VendorFields.hazmatCategory", Assert.Single(ColissimoRules.Check(request, new ColissimoCarrierOptions { ApiKey = "invented", ApiVersion = "2.0" }, Today)).Field);
    }

    [Fact]
    public void Plain_and_declared_shipments_are_taken()
    {
        Assert.Empty(ColissimoRules.Check(Plain, Options, Today));
        Assert.Empty(ColissimoRules.Check(ColissimoRecordingTests.Abroad(), Options, Today));
    }

    [Theory]
    [InlineData("Łódź – Œuvre", "Lódz - OEuvre")]
    [InlineData("Zoé à Zürich", "Zoé à Zürich")]
    public void Labels_print_latin_letters_alone(string text, string printed) => Assert.Equal(printed, ColissimoRequests.Latin(text));

    private static Party Contact(Contact contact) => Plain.Recipient with { Contact = contact };

    private static ShipmentRequest Field(string name, string value) => Plain with { VendorFields = new Dictionary<string, string> { [name] = value } };

    private static ShipmentRequest Customs(Func<CustomsDeclaration, CustomsDeclaration> change)
    {
        var request = ColissimoRecordingTests.Abroad();
        return request with { Customs = change(request.Customs!) };
    }
}
