using Commerce.Carriers.Dpd;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

/// <summary>What is refused offline, and under which field.</summary>
public sealed class DpdChecksTests
{
    private static readonly CarrierCapabilities Capabilities = DpdCapabilities.For(new DpdCarrierOptions());
    private static readonly ShipmentRequest Good = CarrierSamples.Shipment(new OperationKey("order-1"), "101", LabelFormat.Pdf);

    private static readonly CustomsDeclaration Customs = new()
    {
        Items = [new CustomsItem { Description = "Lamp", Quantity = 1, UnitValue = Money.Eur(5), UnitWeight = Weight.FromGrams(50), Origin = CountryCode.France }],
    };

    public static readonly TheoryData<string, ShipmentRequest> Refused = new()
    {
        { "Parcels[0].Weight", With(new Parcel { Weight = Weight.FromKilograms(31.6m) }) },
        { "Parcels[0].Weight", With(new Parcel { Weight = Weight.FromKilograms(20.5m) }) with { Service = new("337"), PickupPoint = new PickupPointReference { Id = "FR00000" } } },
        { "Parcels[0].Dimensions", With(Good.Parcels[0] with { Dimensions = new Dimensions(176, 10, 10) }) },
        { "Parcels[0].Dimensions", With(Good.Parcels[0] with { Dimensions = new Dimensions(150, 40, 40) }) },
        { "Parcels[0].Packaging", With(Good.Parcels[0] with { Packaging = "BOX" }) },
        { "Parcels", CarrierSamples.Shipment(new OperationKey("k"), "109", LabelFormat.Pdf, 2) with { Options = new ShipmentOptions { CashOnDelivery = Money.Eur(1) } } },
        { "Label.Format", Good with { Label = new LabelSpecification { Format = LabelFormat.Dpl } } },
        { "Label.Size", Good with { Label = new LabelSpecification { Size = LabelSize.FourByEight } } },
        { "Label.Dpi", Good with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 600 } } },
        { "Options", Good with { Options = new ShipmentOptions { Signature = true } } },
        { "Options", Good with { Options = new ShipmentOptions { AdultSignature = true } } },
        { "Options", Good with { Options = new ShipmentOptions { MinimumAge = 18 } } },
        { "Options", Good with { Options = new ShipmentOptions { ReturnLabel = true } } },
        { "Options", Good with { Options = new ShipmentOptions { SaturdayDelivery = true } } },
        { "Options", Good with { Options = new ShipmentOptions { CashOnDelivery = Money.Eur(10) } } },
        { "Options", Good with { PickupPoint = new PickupPointReference { Id = "FR00000" } } },
        { "Options.CashOnDelivery", Good with { Service = new("109") } },
        { "PickupPoint", Good with { Service = new("337") } },
        { "PickupPoint.Id", Good with { Service = new("338"), PickupPoint = new PickupPointReference { Id = "FR-1" } } },
        { "Recipient.Contact.Email", To(new Contact { Name = "Zoé" }) with { Options = new ShipmentOptions { NotifyByEmail = true } } },
        { "Recipient.Contact.Phone", To(new Contact { Name = "Zoé" }) with { Options = new ShipmentOptions { NotifyBySms = true } } },
        { "Recipient.Address.PostalCode", Good with { Recipient = Good.Recipient with { Address = Good.Recipient.Address with { PostalCode = "1234567890" } } } },
        { "Sender.Address.PostalCode", Good with { Sender = Good.Sender with { Address = Good.Sender.Address with { PostalCode = "59/000" } } } },
        { "Recipient.Address.Country", Good with { Service = new("302") } },
        { "Service", Good with { Service = new("102") } },
        { "VendorFields.colour", Good with { VendorFields = new Dictionary<string, string> { ["colour"] = "red" } } },
        { "VendorFields.payerType", Good with { VendorFields = new Dictionary<string, string> { ["payerType"] = "X" } } },
        { "VendorFields.mrn", Good with { VendorFields = new Dictionary<string, string> { ["mrn"] = "1" } } },
        { "Customs.Incoterm", Good with { Customs = Customs with { Incoterm = Incoterm.Cip } } },
        { "Customs.Reason", Good with { Customs = Customs with { Reason = ExportReason.Sample } } },
        { "Customs.ShippingCharge", Good with { Customs = Customs with { ShippingCharge = Money.Eur(5) } } },
        { "Customs.ReturnIfUndeliverable", Good with { Customs = Customs with { ReturnIfUndeliverable = false } } },
        { "Customs.UploadedDocumentIds", Good with { Customs = Customs with { UploadedDocumentIds = ["1"] } } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_dpd_cannot_be_told_is_refused_by_its_field(string field, ShipmentRequest request) =>
        Assert.Contains(Objections(request), refusal => refusal.Field == field);

    [Fact]
    public void What_dpd_takes_is_not_refused()
    {
        Assert.Empty(Objections(Good));
        Assert.Empty(Objections(Good with { Service = new("CL") }));
        Assert.Empty(Objections(Good with { Customs = Customs, Service = new("105") }));
        Assert.Empty(Objections(Good with { Service = new("358"), Options = new ShipmentOptions { SaturdayDelivery = true, NotifyByEmail = true } }));
        Assert.Empty(Objections(Good with { Service = new("330"), Options = new ShipmentOptions { CashOnDelivery = Money.Eur(10) } }));
    }

    public static readonly TheoryData<string, ShipmentRequest> RefusedByEPrint = new()
    {
        { "Service", Good with { Service = new("332") } },
        { "Service", Good with { Service = new("E12") } },
        { "Label.Size", Good with { Label = new LabelSpecification { Format = LabelFormat.Epl, Size = LabelSize.A4 } } },
        { "Options", Good with { Options = new ShipmentOptions { NotifyByEmail = true, NotifyBySms = true } } },
        { "Options", Good with { Service = new("327"), Options = new ShipmentOptions { NotifyByEmail = true } } },
        { "Options", Good with { Options = new ShipmentOptions { CashOnDelivery = Money.Eur(1) } } },
        { "Options", Good with { Options = new ShipmentOptions { SaturdayDelivery = true } } },
        { "Options", Good with { Customs = Customs } },
        { "Options", Good with { PickupPoint = new PickupPointReference { Id = "P00000" } } },
        { "Options.InsuredValue", Good with { Options = new ShipmentOptions { InsuredValue = new Money(1, Currency.Parse("CHF")) } } },
        { "PickupPoint", Good with { Service = new("337") } },
        { "PickupPoint.Id", Good with { Service = new("337"), PickupPoint = new PickupPointReference { Id = "FR00000" } } },
        { "Recipient.Contact.Email", To(new Contact { Name = "Zoé" }) with { Options = new ShipmentOptions { NotifyByEmail = true } } },
        { "Recipient.Contact.Phone", To(new Contact { Name = "Zoé" }) with { Service = new("327") } },
        { "Recipient.Contact.Name", To(new Contact { Name = new string('z', 36) }) },
        { "Recipient.Address.City", Good with { Recipient = Good.Recipient with { Address = Good.Recipient.Address with { City = new string('c', 36) } } } },
        { "Recipient.Address.Line1", Good with { Recipient = Good.Recipient with { Address = Good.Recipient.Address with { Line1 = new string('l', 36) } } } },
        { "Parcels[0].Packaging", With(Good.Parcels[0] with { Packaging = "BOX" }) },
        { "Parcels[0].Dimensions", With(Good.Parcels[0] with { Dimensions = new Dimensions(176, 10, 10) }) },
        { "Parcels", CarrierSamples.Shipment(new OperationKey("k"), "101", LabelFormat.Pdf, 2) },
        { "IsDocuments", Good with { IsDocuments = true } },
        { "VendorFields.intercomid", Good with { VendorFields = new Dictionary<string, string> { ["intercomid"] = "longer than ten" } } },
        { "VendorFields.expireOffset", Good with { VendorFields = new Dictionary<string, string> { ["expireOffset"] = "366" } } },
        { "VendorFields.DropOffType", Good with { VendorFields = new Dictionary<string, string> { ["DropOffType"] = "BOTH" } } },
    };

    [Theory]
    [MemberData(nameof(RefusedByEPrint))]
    public void What_eprint_cannot_be_told_is_refused_by_its_field(string field, ShipmentRequest request) => Assert.Contains(
        (IEnumerable<Refusal>)[.. DpdEPrintCapabilities.For(new DpdCarrierOptions()).Check(request), .. DpdEPrintChecks.Of(request, isReturn: false)], refusal => refusal.Field == field);

    [Fact]
    public void Return_of_eprint_is_a_return_and_nothing_more()
    {
        var request = Good with { Options = new ShipmentOptions { ReturnLabel = true } };

        Assert.Equal(["Service", "Options"], DpdEPrintChecks.Of(request, isReturn: true).Select(refusal => refusal.Field));
        Assert.Empty(DpdEPrintChecks.Of(Good with { Service = new("332") }, isReturn: true));
    }

    [Theory]
    [InlineData("pdf", "a4", null, "PDF")]
    [InlineData("pdf", "10x15cm", null, "PDF_A6")]
    [InlineData("zpl", "a4", null, "ZPL")]
    [InlineData("zpl", "a4", 300, "ZPL300")]
    [InlineData("zpl", "10x15cm", 203, "ZPL_A6")]
    [InlineData("zpl", "10x15cm", 300, "ZPL300_A6")]
    [InlineData("epl", "10x15cm", null, "EPL")]
    [InlineData("png", "10x15cm", null, "Default")]
    [InlineData("gif", "10x15cm", null, null)]
    public void Label_has_eprints_word(string format, string size, int? dpi, string? word) =>
        Assert.Equal(word, DpdEPrintCapabilities.LabelType(new LabelSpecification { Format = new(format), Size = new(size), Dpi = dpi }));

    [Theory]
    [InlineData("DAP", "s06")]
    [InlineData("DDP", "s03")]
    [InlineData("EXW", "s05")]
    [InlineData("FCA", null)]
    public void Terms_have_dpds_codes(string incoterm, string? code) => Assert.Equal(code, DpdCustoms.TermsOf(Incoterm.From(incoterm)));

    [Theory]
    [InlineData("sale", "s01")]
    [InlineData("return", "s02")]
    [InlineData("gift", "s03")]
    [InlineData("repair", null)]
    public void Reasons_have_dpds_codes(string reason, string? code) => Assert.Equal(code, DpdCustoms.ReasonOf(ExportReason.From(reason)));

    [Fact]
    public void Every_group_product_is_known() => Assert.Equal(
        "101 102 103 105 109 113 136 154 155 179 225 294 302 327 328 329 330 332 337 338 350 358 365 366 793".Split(' '),
        DpdServices.All.Select(service => service.Service.Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("038", "a.eyJleHAiOjE3NzI0NDU2MDB9.c", 3600)]
    [InlineData("038", "a.eyJleHAiOjF9.c", 86400)]
    [InlineData("038", "no-jwt", 86400)]
    [InlineData("020", "a.***.c", 1800)]
    public void Token_lives_as_long_as_it_says_else_as_documented(string businessUnit, string token, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DpdTokens.Lifetime(token, DateTimeOffset.FromUnixTimeSeconds(1772442000), businessUnit));

    private static List<Refusal> Objections(ShipmentRequest request) => [.. Capabilities.Check(request), .. DpdChecks.Of(request)];

    private static ShipmentRequest With(Parcel parcel) => Good with { Parcels = [parcel] };

    private static ShipmentRequest To(Contact contact) => Good with { Recipient = Good.Recipient with { Contact = contact } };
}
