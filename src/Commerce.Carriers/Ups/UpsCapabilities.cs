namespace Commerce.Carriers.Ups;

/// <summary>What UPS can do through this client. Source: UPS OpenAPI files, Shipping v2409.</summary>
internal static class UpsCapabilities
{
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
            [CarrierFeature.TransitTimes] = Support.When("A level whose name is not that of a service comes as level-{UPS's code}: it cannot be bought by that name."),
            [CarrierFeature.ReturnLabels] = Support.When("Return labels are printed by the sender (return service 9)."),
            [CarrierFeature.PickupPoints] = Support.When("UPS Access Points."),
            [CarrierFeature.PickupPointDetails] = Support.No("UPS finds access points by address only: search around the point."),
            [CarrierFeature.Pickups] = Support.When("The place of the collection has a phone number and is in the country of the account."),
            [CarrierFeature.PickupCancellation] = Support.Yes,
            [CarrierFeature.Manifests] = Support.No("UPS needs no manifest: its end-of-day report is made by shipping software."),
            [CarrierFeature.AddressValidation] = Support.When("Addresses in the United States and Puerto Rico."),
            [CarrierFeature.ProofOfDelivery] = Support.When("Parcels of the account, after the delivery."),
            [CarrierFeature.TradeDocuments] = Support.When("UPS must enable paperless documents for the account."),
            [CarrierFeature.TradeDocumentArchive] = Support.When("UPS must enable paperless documents for the account."),
        },
        FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>
        {
            // UPS lists bookings without their reference: look at the pending ones in its portal before booking again.
            [CarrierFeature.Pickups] = LostAnswerRecovery.None,
            [CarrierFeature.TradeDocuments] = LostAnswerRecovery.RepeatIsSafe,
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
            [ShipmentOption.CashOnDelivery] = Support.No("UPS's contract leaves the codes of the means of payment to an appendix that is not public."),
            [ShipmentOption.MinimumAge] = Support.No("UPS checks ages only as an adult signature."),
            [ShipmentOption.NotifyByEmail] = Support.When("The recipient has a mail address of 50 characters at most."),
            [ShipmentOption.NotifyBySms] = Support.When("To access points, where the recipient has a phone number and a mail address."),
            [ShipmentOption.PickupPoint] = Support.When("The reference has the point's name and address."),
            [ShipmentOption.Customs] = Support.When("Sender and recipient have phone numbers; UPS makes the invoice unless papers were uploaded."),
            [ShipmentOption.Return] = Support.No("A return is a purchase of its own: call CreateReturnAsync."),
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
