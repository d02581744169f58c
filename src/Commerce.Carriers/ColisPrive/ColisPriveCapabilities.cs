namespace Commerce.Carriers.ColisPrive;

/// <summary>What Colis Privé can do through this client. Source: WSDL externe/1.0.</summary>
internal static class ColisPriveCapabilities
{
    internal const string Home = "HOME";
    internal const string Relay = "RELAY";

    private static readonly CountryCode[] French = [CountryCode.France];

    internal static CarrierCapabilities For(ColisPriveCarrierOptions options) => new()
    {
        Features = new Dictionary<CarrierFeature, Support>
        {
            [CarrierFeature.Void] = Support.When("Before the day is closed (SetShipment)."),
            [CarrierFeature.Manifests] = Support.When("Closes every parcel of the account that waits: parcels that are not closed are not delivered. Not to be repeated blindly."),
            [CarrierFeature.PickupPointDetails] = Support.Yes,
            [CarrierFeature.Rates] = Support.No("Colis Privé has no rate API: prices are those of the contract. Activate a price list (Commerce.Carriers, Tariffs)."),
            [CarrierFeature.TransitTimes] = Support.No("Colis Privé's API promises no dates before shipment. Activate a price list: it holds the business days."),
            [CarrierFeature.PickupPoints] = Support.No("Colis Privé lists pickup points for an existing parcel only: see IColisPriveCarrierClient.GetPickupPointsAsync."),
            [CarrierFeature.LabelReprint] = Support.No("Colis Privé's API has no operation that gives a label again: it is in the vendor's portal."),
            [CarrierFeature.FindByReference] = Support.No("Colis Privé's API does not search by order number: look at the vendor's portal."),
            [CarrierFeature.ReturnLabels] = Support.No("Colis Privé's API has no returns."),
            [CarrierFeature.Pickups] = Support.No("Colis Privé's API books no collections."),
            [CarrierFeature.PickupCancellation] = Support.No("Colis Privé's API books no collections."),
            [CarrierFeature.PickupCalendar] = Support.No("Colis Privé's API books no collections."),
            [CarrierFeature.ManifestReprint] = Support.No("Colis Privé's API gives no manifest again."),
            [CarrierFeature.AddressValidation] = Support.No("Colis Privé's API checks no addresses."),
            [CarrierFeature.ProofOfDelivery] = Support.No("Colis Privé's API has no proof of delivery."),
            [CarrierFeature.TradeDocuments] = Support.No("Colis Privé serves France only: there is no customs."),
            [CarrierFeature.TradeDocumentArchive] = Support.No("Colis Privé serves France only: there is no customs."),
            [CarrierFeature.Validation] = Support.No("Colis Privé's API has no dry run."),
            [CarrierFeature.TrackingPush] = Support.No("Colis Privé pushes no events by this API; larger accounts get status files."),
        },
        Services =
        [
            Service(Home, "Colis Privé Domicile", Support.No("Take the service RELAY.")),
            Service(Relay, "Colis Privé Point relais", options.RelayDestinationType is { Length: > 0 }
                ? Support.Yes
                : Support.No("Set RelayDestinationType to the contract's DestType for pickup points: its values are not public.")),
        ],
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.Insurance] = options.UseNewerContract
                ? Support.Yes
                : Support.No("IsAdValorem is in the newer WSDL only: set UseNewerContract."),
            [ShipmentOption.CashOnDelivery] = Support.When("One parcel, in euros."),
            [ShipmentOption.AdultSignature] = Support.No("Colis Privé does not check ages."),
            [ShipmentOption.MinimumAge] = Support.No("Colis Privé does not check ages."),
            [ShipmentOption.SaturdayDelivery] = Support.No("Colis Privé's API has no delivery on Saturday to ask for."),
            [ShipmentOption.NotifyByEmail] = Support.No("Not an option: the contract decides what Colis Privé writes to the e-mail that every parcel carries."),
            [ShipmentOption.NotifyBySms] = Support.No("Not an option: the contract decides what Colis Privé writes to the telephone that every parcel carries."),
            [ShipmentOption.Return] = Support.No("Colis Privé's API has no returns."),
            [ShipmentOption.Customs] = Support.No("Colis Privé serves France only: there is no customs."),
            [ShipmentOption.DangerousGoods] = Support.No("Colis Privé's API has no field for dangerous goods."),
        },
        Labels =
        [
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
            new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A6 },
            new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 203 },
            .. options.UseNewerContract ? (LabelSpecification[])[new() { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 300 }] : [],
        ],
        Recovery = LostAnswerRecovery.None,
        RecoveryNote = "Colis Privé documents no repetition and its API has no look-up: look at the vendor's portal. The operation key is sent as OrderID, which is unique for "
            + "each customer: one client's code tells that a repeated one gives the existing parcel or an error (thrown as Conflict when it says so). Never take a new key.",
        FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>
        {
            [CarrierFeature.Manifests] = LostAnswerRecovery.None,
            [CarrierFeature.Void] = LostAnswerRecovery.RepeatIsSafe,
        },
        MaxParcelWeight = Weight.FromKilograms(options.MaxParcelKilograms),
        MaxParcels = 20,
    };

    private static ServiceCapability Service(string code, string name, Support pickupPoint) => new()
    {
        Service = new CarrierService(code),
        Name = name,
        Level = ServiceLevel.Standard,
        IsInternational = false,
        Origins = French,
        Destinations = French,
        Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.PickupPoint] = pickupPoint },
    };
}
