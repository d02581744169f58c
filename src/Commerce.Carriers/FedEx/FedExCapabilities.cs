namespace Commerce.Carriers.FedEx;

/// <summary>What FedEx can do through this client. Source: FedEx OpenAPI files (REST v1), service guide.</summary>
internal static class FedExCapabilities
{
    internal const int AddressLines = 3;
    internal const int AddressLineLength = 35;

    private static readonly Weight Light = Weight.FromKilograms(32);
    private static readonly CountryCode[] NorthAmerica = [CountryCode.UnitedStates, CountryCode.Parse("CA")];
    private static readonly Support NoCustoms = Support.No("The service stays in one country.");
    private static readonly Support NoSaturday = Support.No("Only FedEx Express services deliver on Saturday on demand.");
    private static readonly Support NoCod = Support.No("FedEx collects cash for its services within the United States and Canada only.");
    private static readonly Support NoGroundCod = Support.No("FedEx Ground collects for each parcel, which the contract of shipments has no place for.");

    internal static readonly CarrierCapabilities Value = new()
    {
        Features = new Dictionary<CarrierFeature, Support>
        {
            [CarrierFeature.Rates] = Support.Yes,
            [CarrierFeature.TransitTimes] = Support.Yes,
            [CarrierFeature.Void] = Support.When("Before FedEx has the parcels; all parcels of a shipment together."),
            [CarrierFeature.FindByReference] = Support.When("FedEx shows a new reference after a short while; the label cannot be had again."),
            [CarrierFeature.ReturnLabels] = Support.Yes,
            [CarrierFeature.PickupPoints] = Support.Yes,
            [CarrierFeature.Pickups] = Support.Yes,
            [CarrierFeature.PickupCancellation] = Support.Yes,
            [CarrierFeature.PickupCalendar] = Support.Yes,
            [CarrierFeature.Manifests] = Support.When("FedEx Ground only: it closes all of the day's parcels. Express needs no manifest."),
            [CarrierFeature.ManifestReprint] = Support.When("By the day of the close, or by a tracking number in it."),
            [CarrierFeature.AddressValidation] = Support.Yes,
            [CarrierFeature.ProofOfDelivery] = Support.Yes,
            [CarrierFeature.TradeDocuments] = Support.Yes,
            [CarrierFeature.Validation] = Support.When("FedEx validates parcel by parcel."),
            [CarrierFeature.LabelReprint] = Support.No("FedEx's API gives a label once, with the purchase: keep it."),
            [CarrierFeature.TradeDocumentArchive] = Support.No("FedEx takes documents with the shipment, or by its tracking number at the upload; it deletes none."),
            [CarrierFeature.PickupPointDetails] = Support.No("FedEx's Locations API finds by address, coordinates and telephone, not by id."),
            [CarrierFeature.TrackingPush] = Support.No("FedEx's webhooks are set up in its portal by enterprise accounts; their content is not documented."),
        },
        Services =
        [
            International("FEDEX_INTERNATIONAL_PRIORITY_EXPRESS", "FedEx International Priority Express", ServiceLevel.Overnight),
            International("FEDEX_INTERNATIONAL_PRIORITY", "FedEx International Priority", ServiceLevel.Express),
            International("INTERNATIONAL_FIRST", "FedEx International First", ServiceLevel.Overnight),
            International("INTERNATIONAL_ECONOMY", "FedEx International Economy", ServiceLevel.Economy),
            International("FEDEX_INTERNATIONAL_CONNECT_PLUS", "FedEx International Connect Plus", ServiceLevel.Economy),
            International("FEDEX_REGIONAL_ECONOMY", "FedEx Regional Economy", ServiceLevel.Economy),
            Domestic("FEDEX_FIRST", "FedEx First", ServiceLevel.Overnight),
            Domestic("FEDEX_PRIORITY_EXPRESS", "FedEx Priority Express", ServiceLevel.Overnight),
            Domestic("FEDEX_PRIORITY", "FedEx Priority", ServiceLevel.Overnight),
            Domestic("FEDEX_ECONOMY_SELECT", "FedEx Economy Select", ServiceLevel.Economy) with { Origins = [CountryCode.UnitedKingdom] },
            American("FIRST_OVERNIGHT", "FedEx First Overnight", ServiceLevel.Overnight),
            American("PRIORITY_OVERNIGHT", "FedEx Priority Overnight", ServiceLevel.Overnight),
            American("STANDARD_OVERNIGHT", "FedEx Standard Overnight", ServiceLevel.Overnight),
            American("FEDEX_2_DAY", "FedEx 2Day", ServiceLevel.Express),
            American("FEDEX_2_DAY_AM", "FedEx 2Day AM", ServiceLevel.Express),
            American("FEDEX_EXPRESS_SAVER", "FedEx Express Saver", ServiceLevel.Express),
            American("SAME_DAY", "FedEx SameDay", ServiceLevel.Overnight),
            // Ground also crosses the border between the United States and Canada.
            Ground("FEDEX_GROUND", "FedEx Ground") with { IsInternational = true, Destinations = NorthAmerica },
            Ground("GROUND_HOME_DELIVERY", "FedEx Home Delivery") with { MaxParcelWeight = Light },
            Ground("SMART_POST", "FedEx Ground Economy") with { MaxParcelWeight = Light, Level = ServiceLevel.Economy, MaxParcels = 1 },
        ],
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.MinimumAge] = Support.No("FedEx checks ages only as an adult signature."),
            [ShipmentOption.NotifyBySms] = Support.No("FedEx's API notifies by e-mail."),
            [ShipmentOption.Return] = Support.No("A return is a purchase of its own: CreateReturnAsync."),
        },
        Labels =
        [
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.FourBySix },
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.FourByEight },
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
            new LabelSpecification { Format = LabelFormat.Png, Size = LabelSize.FourBySix },
            new LabelSpecification { Format = LabelFormat.Png, Size = LabelSize.FourByEight },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.FourBySix, Dpi = 203 },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.FourBySix, Dpi = 300 },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.FourByEight, Dpi = 203 },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.FourByEight, Dpi = 300 },
            new LabelSpecification { Format = LabelFormat.Epl, Size = LabelSize.FourBySix, Dpi = 203 },
            new LabelSpecification { Format = LabelFormat.Epl, Size = LabelSize.FourByEight, Dpi = 203 },
        ],
        Recovery = LostAnswerRecovery.LookUpByReference,
        RecoveryNote = "FedEx has no idempotency key: the operation key is sent as customer reference and looked up by the Track API. "
            + "The numbers are found, the label is not: void the found shipment and buy another. A close of FedEx Ground is had again by a reprint of its day.",
        FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>
        {
            [CarrierFeature.Void] = LostAnswerRecovery.RepeatIsSafe,
            [CarrierFeature.ReturnLabels] = LostAnswerRecovery.LookUpByReference,
            [CarrierFeature.Pickups] = LostAnswerRecovery.None,
            [CarrierFeature.PickupCancellation] = LostAnswerRecovery.None,
            // Not by its key; ReprintManifestAsync with the day gives the manifest again.
            [CarrierFeature.Manifests] = LostAnswerRecovery.None,
            // A second upload makes a second document; one that no shipment names is harmless.
            [CarrierFeature.TradeDocuments] = LostAnswerRecovery.None,
        },
        MaxParcelWeight = Weight.FromKilograms(68),
        MaxParcels = 40,
        MaxAddressLines = AddressLines,
        MaxAddressLineLength = AddressLineLength,
    };

    internal static bool IsGround(CarrierService? service) => service?.Value is "FEDEX_GROUND" or "GROUND_HOME_DELIVERY";

    private static ServiceCapability International(string code, string name, ServiceLevel level) => Service(code, name, level) with
    {
        IsDomestic = false,
        Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.CashOnDelivery] = NoCod },
    };

    private static ServiceCapability Domestic(string code, string name, ServiceLevel level) => Service(code, name, level) with
    {
        IsInternational = false,
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.CashOnDelivery] = NoCod, [ShipmentOption.Customs] = NoCustoms,
        },
    };

    private static ServiceCapability American(string code, string name, ServiceLevel level) => Service(code, name, level) with
    {
        IsInternational = false,
        Origins = NorthAmerica,
        Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.Customs] = NoCustoms },
    };

    private static ServiceCapability Ground(string code, string name) => Service(code, name, ServiceLevel.Standard) with
    {
        IsInternational = false,
        Origins = NorthAmerica,
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.CashOnDelivery] = NoGroundCod, [ShipmentOption.SaturdayDelivery] = NoSaturday,
        },
    };

    private static ServiceCapability Service(string code, string name, ServiceLevel level) =>
        new() { Service = new CarrierService(code), Name = name, Level = level };
}
