namespace Commerce.Carriers.Dpd;

/// <summary>What DPD can do through this client, which depends on the companions that are set.</summary>
internal static class DpdCapabilities
{
    /// <summary>The feature without an interface of its own: every carrier client has the method.</summary>
    internal static readonly CarrierFeature Tracking = new("tracking");

    internal static readonly Weight MaxParcelWeight = Weight.FromKilograms(31.5m);

    internal static CarrierCapabilities For(DpdCarrierOptions options)
    {
        var noWebTrace = Support.No("The META-API does not look shipments up: set WebTracePassword (DPD France).");
        var noMyPudo = Support.No("DPD shows a pickup point by its number at MyPudo only: set MyPudoKey.");
        return new CarrierCapabilities
        {
            Features = new Dictionary<CarrierFeature, Support>
            {
                [Tracking] = options.HasWebTrace || options.HasShipper
                    ? Support.When("Parcels of DPD France by WebTrace, of the Netherlands, Belgium and Luxembourg by the Shipper Webservices.")
                    : Support.No("The META-API does not track: set WebTracePassword (DPD France), or ShipperDelisId and ShipperPassword (Netherlands, Belgium, Luxembourg)."),
                [CarrierFeature.LabelReprint] = Support.Yes,
                [CarrierFeature.ReturnLabels] = Support.When("Product 332, or a return product of the business unit; DropOffType QR_CODE gives a code instead of a label where the business unit has it."),
                [CarrierFeature.Pickups] = Support.Yes,
                [CarrierFeature.Validation] = Support.When("A dry run (simulate) of the META-API; the business unit may still refuse."),
                [CarrierFeature.Void] = options.HasEPrint
                    ? Support.When("Parcels of DPD France, before DPD has them.")
                    : Support.No("The META-API cancels nothing: set EPrintUserId and EPrintPassword (DPD France)."),
                [CarrierFeature.FindByReference] = options.HasWebTrace
                    ? Support.When("Parcels of DPD France, a short while after they were announced: look again before buying again.")
                    : noWebTrace,
                [CarrierFeature.ProofOfDelivery] = options.HasWebTrace ? Support.When("Parcels of DPD France.") : noWebTrace,
                [CarrierFeature.PickupPoints] = options.HasMyPudo ? Support.Yes
                    : options.HasShipper ? Support.When("In the Netherlands, Belgium and Luxembourg.")
                    : Support.No("The META-API lists no pickup points: set MyPudoKey (France), or ShipperDelisId and ShipperPassword (Netherlands, Belgium, Luxembourg)."),
                [CarrierFeature.PickupPointDetails] = options.HasMyPudo ? Support.Yes : noMyPudo,
                [CarrierFeature.Rates] = Support.No("DPD has no rate API: use the price grid of the contract."),
                [CarrierFeature.TransitTimes] = Support.No("DPD tells transit times between depots only, not between addresses."),
                [CarrierFeature.Manifests] = Support.No("DPD's META-API and EPrint have no manifest."),
                [CarrierFeature.ManifestReprint] = Support.No("DPD's META-API and EPrint have no manifest."),
                [CarrierFeature.PickupCancellation] = Support.No("DPD's META-API takes no collection back: call the depot."),
                [CarrierFeature.PickupCalendar] = Support.No("DPD's META-API lists no days of collection."),
                [CarrierFeature.AddressValidation] = Support.No("DPD's API checks no addresses apart from a dry run of a shipment."),
                [CarrierFeature.TradeDocuments] = Support.No("DPD's META-API takes no papers, only the data of a customs declaration."),
                [CarrierFeature.TradeDocumentArchive] = Support.No("DPD's META-API takes no papers, only the data of a customs declaration."),
                [CarrierFeature.TrackingPush] = Support.No("DPD sells pushes as a separate product without a public interface."),
            },
            Services = DpdServices.All,
            Options = new Dictionary<ShipmentOption, Support>
            {
                [ShipmentOption.Signature] = Support.No("DPD takes signatures by product and country: the META-API has no field for it."),
                [ShipmentOption.AdultSignature] = Support.No("DPD checks identities (vendor field personalDeliveryType s2), not ages."),
                [ShipmentOption.MinimumAge] = Support.No("DPD checks identities (vendor field personalDeliveryType s2), not ages."),
                [ShipmentOption.Return] = Support.No("The META-API sells no label for the way back with a shipment: buy it with CreateReturnAsync."),
            },
            Labels =
            [
                .. Sizes(LabelFormat.Pdf, null),
                .. Sizes(LabelFormat.Zpl, 203),
                .. Sizes(LabelFormat.Zpl, 300),
                .. Sizes(LabelFormat.Epl, 203),
                .. Sizes(LabelFormat.Png, null),
            ],
            Recovery = options.HasWebTrace ? LostAnswerRecovery.LookUpByReference : LostAnswerRecovery.None,
            RecoveryNote = options.HasWebTrace
                ? "DPD has no idempotency key: the operation key is sent as the first reference and looked up in WebTrace, which knows it a short while later; the label is fetched again."
                : "DPD has no idempotency key and the META-API no look-up: set WebTracePassword (DPD France), else ask DPD before buying again.",
            FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery> { [CarrierFeature.Pickups] = LostAnswerRecovery.None },
            MaxParcelWeight = MaxParcelWeight,
            MaxParcels = 99,
            MaxAddressLines = 3,
            MaxAddressLineLength = 100,
        };
    }

    private static IEnumerable<LabelSpecification> Sizes(LabelFormat format, int? dpi) =>
        DpdLabels.Sizes.Select(size => new LabelSpecification { Format = format, Size = size, Dpi = dpi });
}
