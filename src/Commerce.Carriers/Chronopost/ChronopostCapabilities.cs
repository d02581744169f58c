namespace Commerce.Carriers.Chronopost;

/// <summary>What Chronopost can do through this client. Source: Chronopost WSDLs and product list.</summary>
internal static class ChronopostCapabilities
{
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
            [CarrierFeature.TransitTimes] = Support.When("One call for each product: ask for one service, or for all that run on the lane."),
            [CarrierFeature.ReturnLabels] = Support.When("Return products of the contract: 4R, 4S, 4T, 4U, 5Y, 3T; others go as an ordinary parcel from the buyer."),
            [CarrierFeature.PickupPoints] = Support.Yes,
            [CarrierFeature.PickupPointDetails] = Support.Yes,
            [CarrierFeature.Pickups] = Support.When("Collections in France."),
            [CarrierFeature.PickupCancellation] = Support.Yes,
            [CarrierFeature.Manifests] = Support.No("Chronopost's API has no manifest."),
            [CarrierFeature.AddressValidation] = Support.No("Chronopost's API checks no addresses."),
            [CarrierFeature.ProofOfDelivery] = Support.Yes,
            [CarrierFeature.TradeDocuments] = Support.No("Chronopost's API takes no papers."),
        },
        FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>
        {
            // A second booking with the same reference is refused as a duplicate.
            [CarrierFeature.Pickups] = LostAnswerRecovery.RepeatIsSafe,
        },
        Services = ChronopostProducts.All,
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.AdultSignature] = Support.No("Chronopost does not check ages."),
            [ShipmentOption.MinimumAge] = Support.No("Chronopost does not check ages."),
            [ShipmentOption.CashOnDelivery] = Support.No("Chronopost's contract has a field for it and does not say in which unit; a wrong one would be off a hundredfold."),
            [ShipmentOption.Return] = Support.No("A return is a purchase of its own: call CreateReturnAsync."),
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
}
