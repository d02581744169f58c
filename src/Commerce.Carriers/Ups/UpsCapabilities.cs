namespace Commerce.Carriers.Ups;

/// <summary>What UPS can do through this client. Source: UPS OpenAPI files, Shipping v2409.</summary>
internal static class UpsCapabilities
{
    private static readonly Support NotYet = Support.No("UPS has it; this version of the client does not cover it.");

    internal const int AddressLines = 3;
    internal const int AddressLineLength = 35;

    internal static readonly CarrierCapabilities Value = new()
    {
        Features = new Dictionary<CarrierFeature, Support>
        {
            [CarrierFeature.Rates] = Support.Yes,
            [CarrierFeature.Void] = Support.When("Before UPS has the parcels."),
            [CarrierFeature.LabelReprint] = Support.Yes,
            [CarrierFeature.FindByReference] = Support.When("UPS shows a new reference after a short while."),
            [CarrierFeature.TransitTimes] = NotYet,
            [CarrierFeature.ReturnLabels] = NotYet,
            [CarrierFeature.PickupPoints] = NotYet,
            [CarrierFeature.Pickups] = NotYet,
            [CarrierFeature.Manifests] = Support.No("UPS needs no manifest: its end-of-day report is made by shipping software."),
            [CarrierFeature.AddressValidation] = NotYet,
            [CarrierFeature.ProofOfDelivery] = NotYet,
            [CarrierFeature.TradeDocuments] = NotYet,
        },
        Services =
        [
            Service("11", "UPS Standard", ServiceLevel.Standard),
            Service("65", "UPS Worldwide Saver", ServiceLevel.Express),
            Service("07", "UPS Worldwide Express", ServiceLevel.Overnight),
            Service("54", "UPS Worldwide Express Plus", ServiceLevel.Overnight),
            Service("08", "UPS Worldwide Expedited", ServiceLevel.Standard),
            Service("70", "UPS Access Point Economy", ServiceLevel.Economy),
            Service("74", "UPS Express 12:00", ServiceLevel.Overnight),
            Service("03", "UPS Ground", ServiceLevel.Standard),
            Service("12", "UPS 3 Day Select", ServiceLevel.Standard),
            Service("02", "UPS 2nd Day Air", ServiceLevel.Express),
            Service("59", "UPS 2nd Day Air A.M.", ServiceLevel.Express),
            Service("01", "UPS Next Day Air", ServiceLevel.Overnight),
            Service("13", "UPS Next Day Air Saver", ServiceLevel.Overnight),
            Service("14", "UPS Next Day Air Early", ServiceLevel.Overnight),
            Service("17", "UPS Worldwide Economy DDU", ServiceLevel.Economy),
            Service("72", "UPS Worldwide Economy DDP", ServiceLevel.Economy),
        ],
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.CashOnDelivery] = NotYet,
            [ShipmentOption.MinimumAge] = Support.No("UPS checks ages only as an adult signature."),
            [ShipmentOption.NotifyByEmail] = NotYet,
            [ShipmentOption.NotifyBySms] = NotYet,
            [ShipmentOption.PickupPoint] = NotYet,
            [ShipmentOption.Return] = NotYet,
            [ShipmentOption.Customs] = NotYet,
        },
        Labels =
        [
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.FourBySix, Dpi = 203 },
            new LabelSpecification { Format = LabelFormat.Epl, Size = LabelSize.FourBySix, Dpi = 203 },
            new LabelSpecification { Format = LabelFormat.Gif, Size = LabelSize.FourBySix },
            new LabelSpecification { Format = LabelFormat.Png, Size = LabelSize.FourBySix },
        ],
        Recovery = LostAnswerRecovery.LookUpByReference,
        RecoveryNote = "UPS has no idempotency key: the operation key is sent as reference number and looked up by the Track API; the label is recovered.",
        MaxParcelWeight = Weight.FromKilograms(70),
        MaxParcels = 20,
        MaxAddressLines = AddressLines,
        MaxAddressLineLength = AddressLineLength,
    };

    private static ServiceCapability Service(string code, string name, ServiceLevel level) =>
        new() { Service = new CarrierService(code), Name = name, Level = level };
}
