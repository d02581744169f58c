namespace Commerce.Carriers.Chronopost;

/// <summary>What Chronopost can do through this client. Source: Chronopost WSDLs and product list.</summary>
internal static class ChronopostCapabilities
{
    private static readonly Support NotYet = Support.No("Chronopost has it; this version of the client does not cover it.");
    private static readonly CountryCode[] French = [CountryCode.France];

    internal const int AddressLines = 2;
    internal const int AddressLineLength = 38;

    internal static readonly CarrierCapabilities Value = new()
    {
        Features = new Dictionary<CarrierFeature, Support>
        {
            [CarrierFeature.Rates] = Support.When("Only products of the contract are priced."),
            [CarrierFeature.Void] = Support.When("Before Chronopost has the parcel, and a few seconds after its creation."),
            [CarrierFeature.LabelReprint] = Support.Yes,
            [CarrierFeature.FindByReference] = Support.Yes,
            [CarrierFeature.TransitTimes] = NotYet,
            [CarrierFeature.ReturnLabels] = NotYet,
            [CarrierFeature.PickupPoints] = NotYet,
            [CarrierFeature.Pickups] = NotYet,
            [CarrierFeature.Manifests] = Support.No("Chronopost's API has no manifest."),
            [CarrierFeature.AddressValidation] = Support.No("Chronopost's API checks no addresses."),
            [CarrierFeature.ProofOfDelivery] = NotYet,
            [CarrierFeature.TradeDocuments] = Support.No("Chronopost's API takes no papers."),
        },
        Services =
        [
            Domestic("01", "Chrono 13", ServiceLevel.Overnight),
            Domestic("02", "Chrono 10", ServiceLevel.Overnight),
            Domestic("16", "Chrono 18", ServiceLevel.Overnight),
            Domestic("75", "Chrono 8", ServiceLevel.Overnight),
            Domestic("76", "Chrono 9", ServiceLevel.Overnight),
            International("17", "Chrono Express", ServiceLevel.Express),
            International("37", "Chrono Premium", ServiceLevel.Express),
            International("44", "Chrono Classic", ServiceLevel.Standard),
        ],
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.AdultSignature] = Support.No("Chronopost does not check ages."),
            [ShipmentOption.MinimumAge] = Support.No("Chronopost does not check ages."),
            [ShipmentOption.CashOnDelivery] = NotYet,
            [ShipmentOption.PickupPoint] = NotYet,
            [ShipmentOption.Return] = NotYet,
            [ShipmentOption.Customs] = NotYet,
        },
        Labels =
        [
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A6 },
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 203 },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 300 },
        ],
        Recovery = LostAnswerRecovery.LookUpByReference,
        RecoveryNote = "Chronopost has no idempotency key: the operation key is sent as shipperRef and looked up by trackWithSenderRef; the label is fetched again.",
        MaxParcelWeight = Weight.FromKilograms(30),
        MaxParcels = 20,
        MaxAddressLines = AddressLines,
        MaxAddressLineLength = AddressLineLength,
    };

    /// <summary>Gets the business days of a product: domestic products arrive on the next one.</summary>
    internal static int? TransitDays(CarrierService service) => Value.Find(service) is { IsInternational: false } ? 1 : null;

    private static ServiceCapability Domestic(string code, string name, ServiceLevel level) => new()
    {
        Service = new CarrierService(code), Name = name, Level = level, IsInternational = false, Origins = French, Destinations = French,
    };

    private static ServiceCapability International(string code, string name, ServiceLevel level) => new()
    {
        Service = new CarrierService(code), Name = name, Level = level, IsDomestic = false, Origins = French,
    };
}
