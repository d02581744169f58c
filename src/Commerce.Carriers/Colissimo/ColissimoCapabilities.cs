namespace Commerce.Carriers.Colissimo;

/// <summary>What Colissimo can do through this client. Source: contract of the label service and the official modules.</summary>
internal static class ColissimoCapabilities
{
    internal const int AddressLines = 4;
    internal const int AddressLineLength = 35;
    internal const int MaxParcels = 5;

    internal static readonly CarrierCapabilities Value = new()
    {
        Features = new Dictionary<CarrierFeature, Support>
        {
            [CarrierFeature.Rates] = Support.No("Colissimo's API tells no prices."),
            [CarrierFeature.TransitTimes] = Support.No("Colissimo's estimate asks for the inner code of the depot, which senders do not know."),
            [CarrierFeature.Void] = Support.No("Colissimo cancels nothing: a label that is never scanned is not charged."),
            [CarrierFeature.LabelReprint] = Support.Yes,
            [CarrierFeature.FindByReference] = Support.No("Colissimo's API finds no parcel by its reference."),
            [CarrierFeature.Validation] = Support.Yes,
            [CarrierFeature.ReturnLabels] = Support.When("Products CORE, CORF and CORI; international returns come as PDF A4 only."),
            [CarrierFeature.PickupPoints] = Support.Yes,
            [CarrierFeature.PickupPointDetails] = Support.No("One point is shown by the old SOAP service only: search around its address."),
            [CarrierFeature.Pickups] = Support.When("Returns in France, collected from the sender's mailbox, one parcel at a time."),
            [CarrierFeature.PickupCalendar] = Support.When("Returns in France, collected from the sender's mailbox."),
            [CarrierFeature.PickupCancellation] = Support.No("Colissimo's API cancels no collection."),
            [CarrierFeature.Manifests] = Support.When("A deposit slip of 1 to 50 parcels of one account."),
            [CarrierFeature.ManifestReprint] = Support.No("A slip is shown again by the old SOAP service only, which needs the contract's password: keep the PDF."),
            [CarrierFeature.AddressValidation] = Support.No("Colissimo checks addresses with the parcel: call ValidateShipmentAsync."),
            [CarrierFeature.ProofOfDelivery] = Support.No("Colissimo's API has no proof of delivery."),
            [CarrierFeature.TradeDocuments] = Support.No("Which kinds of papers Colissimo's document service takes is not public; the CN23 comes with the label."),
            [CarrierFeature.TradeDocumentArchive] = Support.No("Which kinds of papers Colissimo's document service takes is not public."),
            [CarrierFeature.TrackingPush] = Support.No("Colissimo's push is set up by its staff, not by the API."),
        },
        FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>
        {
            [CarrierFeature.Manifests] = LostAnswerRecovery.RepeatIsSafe,
        },
        Services = ColissimoProducts.All,
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.AdultSignature] = Support.No("Colissimo does not check ages."),
            [ShipmentOption.MinimumAge] = Support.No("Colissimo does not check ages."),
            [ShipmentOption.SaturdayDelivery] = Support.No("Colissimo delivers from Monday to Saturday without asking."),
            [ShipmentOption.Return] = Support.No("A return is a purchase of its own: call CreateReturnAsync."),
            [ShipmentOption.NotifyByEmail] = Support.When("Colissimo writes to every recipient with a mail address."),
            [ShipmentOption.NotifyBySms] = Support.When("Colissimo texts every recipient with a mobile number."),
            [ShipmentOption.CashOnDelivery] = Support.When("One parcel."),
            [ShipmentOption.MultipleParcels] = Support.When("One call for each parcel, so that a part can be bought; overseas they travel as one shipment."),
        },
        Labels = [.. ColissimoLabels.All],
        Recovery = LostAnswerRecovery.None,
        RecoveryNote = "Colissimo has neither an idempotency key nor a look-up by reference. A lost answer may have left a parcel number that is never scanned and never charged: buy again.",
        MaxParcelWeight = Weight.FromKilograms(30),
        MaxParcels = MaxParcels,
        MaxAddressLines = AddressLines,
        MaxAddressLineLength = AddressLineLength,
    };
}
