using Commerce.Carriers.ColisPrive;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

/// <summary>What is refused offline, and under which field.</summary>
public sealed class ColisPriveChecksTests
{
    private static readonly Money Francs = new(10, Currency.Parse("CHF"));
    private static readonly PickupPointReference Point = new() { Id = "00042" };
    private static readonly ColisPriveCarrierOptions Older = new();
    private static readonly ColisPriveCarrierOptions Newer = new() { UseNewerContract = true, RelayDestinationType = "RELAIS" };
    private static readonly ShipmentRequest Good = CarrierSamples.Shipment(new OperationKey("order-1"), "HOME", LabelFormat.Pdf);
    private static readonly ShipmentRequest Relay = Good with { Service = new("RELAY"), PickupPoint = Point };

    private static readonly CustomsDeclaration Customs = new()
    {
        Items = [new CustomsItem { Description = "Lamp", Quantity = 1, UnitValue = Money.Eur(5), UnitWeight = Weight.FromGrams(50), Origin = CountryCode.France }],
    };

    public static readonly TheoryData<string, ShipmentRequest> Refused = new()
    {
        { "Service", Good with { Service = new("EXPRESS") } },
        { "Parcels", Several(21) },
        { "Parcels[0].Weight", With(new Parcel { Weight = Weight.FromKilograms(30.001m) }) },
        { "Parcels[0].Packaging", With(Good.Parcels[0] with { Packaging = "BOX" }) },
        { "Parcels[0].DeclaredValue", With(Good.Parcels[0] with { DeclaredValue = Francs }) },
        { "Parcels[0].Reference", With(Good.Parcels[0] with { Reference = "another" }) },
        { "IsDocuments", Good with { IsDocuments = true } },
        { "Label.Format", Good with { Label = new LabelSpecification { Format = LabelFormat.Epl } } },
        { "Label.Dpi", Good with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 300 } } },
        { "Label.Dpi", Good with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 600 } } },
        { "Label.Size", Good with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A4 } } },
        { "Label.Size", Good with { Label = new LabelSpecification { Size = LabelSize.FourByEight } } },
        { "Recipient.Address.Country", To(Good.Recipient.Address with { Country = CountryCode.Germany }) },
        { "Recipient.Address.Country", Good with { Sender = Good.Sender with { Address = Good.Sender.Address with { Country = CountryCode.Germany } } } },
        { "Recipient.Address.PostalCode", To(Good.Recipient.Address with { PostalCode = "6900" }) },
        { "Recipient.Address.PostalCode", To(Good.Recipient.Address with { PostalCode = "6900A" }) },
        { "Options", Asking(new ShipmentOptions { AdultSignature = true }) },
        { "Options", Asking(new ShipmentOptions { MinimumAge = 18 }) },
        { "Options", Asking(new ShipmentOptions { SaturdayDelivery = true }) },
        { "Options", Asking(new ShipmentOptions { NotifyByEmail = true }) },
        { "Options", Asking(new ShipmentOptions { NotifyBySms = true }) },
        { "Options", Asking(new ShipmentOptions { ReturnLabel = true }) },
        { "Options", Asking(new ShipmentOptions { DangerousGoods = true }) },
        { "Options", Asking(new ShipmentOptions { InsuredValue = Money.Eur(100) }) },
        { "Options", Good with { Customs = Customs } },
        { "Options", Good with { PickupPoint = Point } },
        { "Options", Relay },
        { "Options.CashOnDelivery", Asking(new ShipmentOptions { CashOnDelivery = Francs }) },
        { "Options.CashOnDelivery", Several(2) with { Options = new ShipmentOptions { CashOnDelivery = Money.Eur(12) } } },
        { "VendorFields.colour", Telling("colour") },
        { "VendorFields.Brand", Telling("Brand") },
    };

    public static readonly TheoryData<string, ShipmentRequest> RefusedByNewer = new()
    {
        { "PickupPoint", Relay with { PickupPoint = null } },
        { "Options", Good with { PickupPoint = Point } },
        { "Options.InsuredValue", Asking(new ShipmentOptions { InsuredValue = Francs }) },
        { "Options.InsuredValue", Several(2) with { Options = new ShipmentOptions { InsuredValue = Money.Eur(100) } } },
        { "VendorFields.DestType", Relay with { VendorFields = Telling("DestType").VendorFields } },
        { "VendorFields.DestType", Relay with { VendorFields = Telling("DestName").VendorFields } },
        { "VendorFields.TimeInfos", Telling("TimeInfos") },
    };

    public static readonly TheoryData<string, ManifestRequest> RefusedClosing = new()
    {
        { "TrackingNumbers", Closing with { TrackingNumbers = [new("B0000000000169002")] } },
        { "Date", Closing with { Date = new DateOnly(2026, 3, 1) } },
        { "VendorFields.colour", Closing with { VendorFields = Telling("colour").VendorFields } },
    };

    private static ManifestRequest Closing => new() { Key = new OperationKey("day-1") };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_colis_prive_cannot_be_told_is_refused_by_its_field(string field, ShipmentRequest request) => AssertRefused(field, request, Older);

    [Theory]
    [MemberData(nameof(RefusedByNewer))]
    public void What_the_newer_contract_cannot_be_told_is_refused_by_its_field(string field, ShipmentRequest request) => AssertRefused(field, request, Newer);

    [Theory]
    [MemberData(nameof(RefusedClosing))]
    public void Closing_takes_no_choice(string field, ManifestRequest request) =>
        Assert.Equal((field, RefusalCode.NotSupported), Told(ColisPriveChecks.Check(request, new DateOnly(2026, 3, 2))));

    [Fact]
    public void What_colis_prive_takes_is_not_refused()
    {
        Assert.Null(Objection(Good, Older));
        Assert.Null(Objection(Several(20), Older));
        Assert.Null(Objection(Good with { Label = new LabelSpecification { Size = LabelSize.A4 } }, Older));
        Assert.Null(Objection(Good with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 203 } }, Older));
        Assert.Null(Objection(Good with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 300 } }, Newer));
        Assert.Null(Objection(Asking(new ShipmentOptions { Signature = true, CashOnDelivery = Money.Eur(12) }), Older));
        Assert.Null(Objection(Asking(new ShipmentOptions { InsuredValue = Money.Eur(100) }), Newer));
        Assert.Null(Objection(Telling("DestType"), Older));
        Assert.Null(Objection(Telling("Brand"), Newer));
        Assert.Null(Objection(Relay, Newer));
        Assert.Null(ColisPriveChecks.Check(Closing with { Date = new DateOnly(2026, 3, 2) }, new DateOnly(2026, 3, 2)));
    }

    private static void AssertRefused(string field, ShipmentRequest request, ColisPriveCarrierOptions options) =>
        Assert.Equal((field, RefusalCode.NotSupported), Told(Objection(request, options)));

    private static (string? Field, RefusalCode? Code) Told(Refusal? refusal) => (refusal?.Field, refusal?.Code);

    private static Refusal? Objection(ShipmentRequest request, ColisPriveCarrierOptions options) =>
        ColisPriveChecks.Check(request, options, ColisPriveCapabilities.For(options));

    private static ShipmentRequest With(Parcel parcel) => Good with { Parcels = [parcel] };

    private static ShipmentRequest To(Address address) => Good with { Recipient = Good.Recipient with { Address = address } };

    private static ShipmentRequest Asking(ShipmentOptions options) => Good with { Options = options };

    private static ShipmentRequest Telling(string field) => Good with { VendorFields = new Dictionary<string, string> { [field] = "x" } };

    private static ShipmentRequest Several(int parcels) => CarrierSamples.Shipment(new OperationKey("order-1"), "HOME", LabelFormat.Pdf, parcels);
}
