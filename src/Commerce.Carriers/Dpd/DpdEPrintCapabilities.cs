namespace Commerce.Carriers.Dpd;

/// <summary>What DPD can do where EPrint makes the labels: single parcels from France.</summary>
internal static class DpdEPrintCapabilities
{
    internal const string Predict = "327";
    internal const string Shop = "337";
    internal const int LineLength = 35;

    private static readonly CountryCode[] French = [CountryCode.France];

    internal static CarrierCapabilities For(DpdCarrierOptions options)
    {
        var meta = DpdCapabilities.For(options);
        var only = Support.No("EPrint makes the labels: only the META-API has it. Unset UseEPrintForLabels.");
        return meta with
        {
            Features = new Dictionary<CarrierFeature, Support>(meta.Features)
            {
                [CarrierFeature.ReturnLabels] = Support.Yes,
                [CarrierFeature.Pickups] = only,
                [CarrierFeature.Validation] = only,
            },
            Services =
            [
                Service("101", "DPD Classic"),
                Service(Predict, "DPD Predict"),
                Service(Shop, "DPD Relais"),
                Service(DpdServices.Return, "DPD Return"),
            ],
            Options = new Dictionary<ShipmentOption, Support>(meta.Options)
            {
                [ShipmentOption.Return] = Support.When("A label that is prepared for the way back; the vendor field expireOffset says for how many days."),
                [ShipmentOption.SaturdayDelivery] = Support.No("EPrint has no Saturday delivery."),
                [ShipmentOption.CashOnDelivery] = Support.No("EPrint collects no money."),
                [ShipmentOption.Customs] = Support.No("EPrint takes no customs declaration: use the META-API."),
            },
            Labels =
            [
                new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
                new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A6 },
                new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 203 },
                new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 300 },
                new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A4, Dpi = 203 },
                new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A4, Dpi = 300 },
                new LabelSpecification { Format = LabelFormat.Epl, Size = LabelSize.A6 },
                new LabelSpecification { Format = LabelFormat.Png, Size = LabelSize.A6 },
            ],
            RecoveryNote = meta.RecoveryNote.Replace("the META-API no look-up", "EPrint no look-up", StringComparison.Ordinal),
            FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>(),
            MaxParcels = 1,
            MaxAddressLineLength = LineLength,
        };
    }

    /// <summary>Gets EPrint's word for a form of label, or nothing when it has none.</summary>
    internal static string? LabelType(LabelSpecification label) => label switch
    {
        { Format.Value: "pdf", Size.Value: "a4", Dpi: null } => "PDF",
        { Format.Value: "pdf", Size.Value: "10x15cm", Dpi: null } => "PDF_A6",
        { Format.Value: "zpl", Size.Value: "10x15cm", Dpi: null or 203 } => "ZPL_A6",
        { Format.Value: "zpl", Size.Value: "10x15cm", Dpi: 300 } => "ZPL300_A6",
        { Format.Value: "zpl", Size.Value: "a4", Dpi: null or 203 } => "ZPL",
        { Format.Value: "zpl", Size.Value: "a4", Dpi: 300 } => "ZPL300",
        { Format.Value: "epl", Size.Value: "10x15cm", Dpi: null } => "EPL",
        { Format.Value: "png", Size.Value: "10x15cm", Dpi: null } => "Default",
        _ => null,
    };

    private static ServiceCapability Service(string code, string name) => new()
    {
        Service = new CarrierService(code),
        Name = name,
        Level = ServiceLevel.Standard,
        Origins = French,
        MaxParcelWeight = code == Shop ? Weight.FromKilograms(20) : null,
        Options = code == Shop
            ? new Dictionary<ShipmentOption, Support>()
            : new Dictionary<ShipmentOption, Support> { [ShipmentOption.PickupPoint] = Support.No("DPD delivers to shops by product: choose 337.") },
    };
}
