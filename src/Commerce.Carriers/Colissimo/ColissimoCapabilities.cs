namespace Commerce.Carriers.Colissimo;

/// <summary>What Colissimo can do through this client. Source: SLS contract, and the official modules' country tables of March 2026.</summary>
internal static class ColissimoCapabilities
{
    internal const int AddressLines = 4;
    internal const int LineLength = 35;
    internal const int MaxSlipParcels = 50;

    internal static readonly CountryCode[] Overseas = Countries("BL GF GP MF MQ PM RE YT NC PF TF WF");

    private static readonly CountryCode[] Mainland = Countries("FR MC");
    private static readonly CountryCode[] French = [.. Mainland, .. Overseas];
    private static readonly CountryCode[] Points = Countries("FR MC BE DE LU NL AT ES IE IT PT CZ DK EE HU LT LV PL SE SI SK FI");
    private static readonly CountryCode[] Europe = Countries("FR MC BE DE LU NL AT ES GB IE IT PT CH CZ DK EE HU LI LT LV PL SE SI SK BG CY FI GR HR MT RO");

    private static readonly Support Unsigned = Support.No("delivered without a signature; DOS, CDS and COL are signed.");
    private static readonly Support NotDeclared = Support.No("the service stays within one customs territory; DOS, CDS, COM, ECO, COLI, ACCI and CORI take declarations.");

    internal static readonly CarrierCapabilities Value = new()
    {
        Features = new Dictionary<CarrierFeature, Support>
        {
            [CarrierFeature.LabelReprint] = Support.When("One call for each parcel; how long Colissimo keeps labels is not published."),
            [CarrierFeature.Validation] = Support.When("checkGenerateLabel judges each parcel and prints nothing."),
            [CarrierFeature.ReturnLabels] = Support.When("Services CORE, CORF and CORI; one parcel each."),
            [CarrierFeature.PickupPoints] = Support.Yes,
            [CarrierFeature.Pickups] = Support.When("Only returns (CORE, CORF), from a mailbox in France, one parcel for each booking."),
            [CarrierFeature.PickupCalendar] = Support.When("Only days for collections from a mailbox in France."),
            [CarrierFeature.Manifests] = Support.When($"The bordereau of named parcels, {MaxSlipParcels} on each."),
            [CarrierFeature.Rates] = Support.No("Colissimo's API has no prices: they are in the merchant's contract."),
            [CarrierFeature.Void] = Support.No("Colissimo's API cancels nothing: a label that is never handed over is not charged."),
            [CarrierFeature.FindByReference] = Support.No("Colissimo's API finds no parcel by a reference."),
            [CarrierFeature.TransitTimes] = Support.No("Colissimo's estimate of the day needs its inner code of the depot that takes the parcel (regateDepart), which a merchant does not know."),
            [CarrierFeature.PickupPointDetails] = Support.No("Colissimo shows one point only through a SOAP service whose contract is not published; search around the address."),
            [CarrierFeature.ManifestReprint] = Support.No("Colissimo reprints a bordereau only through SOAP getBordereauByNumber, which its published WSDL does not describe; keep the document."),
            [CarrierFeature.PickupCancellation] = Support.No("Colissimo's API takes no collection back."),
            [CarrierFeature.AddressValidation] = Support.No("Colissimo's API checks no addresses on their own; validation checks them with the shipment."),
            [CarrierFeature.ProofOfDelivery] = Support.No("Colissimo's API gives no proof of delivery."),
            [CarrierFeature.TradeDocuments] = Support.No("Colissimo stores papers of a parcel that was bought (storedocument), but which document types it takes is not public."),
            [CarrierFeature.TradeDocumentArchive] = Support.No("Colissimo's API keeps no archive of papers."),
            [CarrierFeature.TrackingPush] = Support.No("Colissimo pushes events only after a person asked for it in the contract."),
        },
        Services =
        [
            Service("DOM", "Colissimo Domicile sans signature", Mainland, Countries("FR MC AD BE CH"), Unsigned, true, true),
            Service("DOS", "Colissimo Domicile avec signature", French, null, Support.Yes, true, true),
            Service("HD", "Colissimo Point Retrait", Mainland, Points, Support.No("handed over at a counter or from a locker."), true, true, isPoint: true),
            Service("COM", "Colissimo Outre-Mer sans signature", French, French, Unsigned, true, true),
            Service("CDS", "Colissimo Outre-Mer avec signature", French, [.. French, .. Countries("AD")], Support.Yes, true, true),
            Service("COLD", "Colissimo Outre-Mer intra sans signature", Overseas, Overseas, Unsigned, false, true),
            Service("COL", "Colissimo Outre-Mer intra avec signature", Overseas, Overseas, Support.Yes, false, true),
            Service("ECO", "Colissimo Éco Outre-Mer", French, French, Unsigned, true, false, ServiceLevel.Economy),
            Service("COLI", "Colissimo Expert International", French, Europe, Support.Yes, true, true),
            Service("ACCI", "Colissimo Access International", French, null, Unsigned, true, false),
            Return("CORE", "Colissimo Retour France", French, French, false),
            Return("CORF", "Colissimo Retour France en boîte aux lettres", Mainland, Mainland, false),
            Return("CORI", "Colissimo Retour International", null, French, true),
        ],
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.AdultSignature] = Support.No("Colissimo does not check ages."),
            [ShipmentOption.MinimumAge] = Support.No("Colissimo does not check ages."),
            [ShipmentOption.SaturdayDelivery] = Support.No("Colissimo delivers from Monday to Saturday; it cannot be asked for."),
            [ShipmentOption.Return] = Support.No("Colissimo sells the way back on its own: buy it with a return service."),
        },
        Labels = [.. ColissimoLabels.All],
        Recovery = LostAnswerRecovery.None,
        RecoveryNote = "Colissimo has no idempotency key and no search by reference: each accepted request makes a new number. The operation key is printed as the sender's reference; look for it in the Colissimo Box before buying again. A label that is never handed over is not charged.",
        FeatureRecovery = new Dictionary<CarrierFeature, LostAnswerRecovery>
        {
            [CarrierFeature.Pickups] = LostAnswerRecovery.None,
            [CarrierFeature.Manifests] = LostAnswerRecovery.None,
        },
        MaxParcelWeight = Weight.FromKilograms(30),
        MaxParcels = 5,
        MaxAddressLines = AddressLines,
        MaxAddressLineLength = LineLength,
    };

    internal static CountryCode[] Countries(string codes) => [.. codes.Split(' ').Select(static code => CountryCode.Parse(code))];

    private static ServiceCapability Service(
        string code,
        string name,
        CountryCode[] origins,
        CountryCode[]? destinations,
        Support signature,
        bool isDeclared,
        bool isInsured,
        ServiceLevel level = ServiceLevel.Standard,
        bool isPoint = false) => new()
    {
        Service = new CarrierService(code),
        Name = name,
        Level = level,
        Origins = origins,
        Destinations = destinations,
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.Signature] = signature,
            [ShipmentOption.Customs] = isDeclared ? Support.Yes : NotDeclared,
            [ShipmentOption.PickupPoint] = isPoint ? Support.Yes : Support.No("only HD goes to pickup points."),
            [ShipmentOption.Insurance] = isInsured
                ? Support.When(isPoint ? "150, 300, 500 or 1000 EUR." : "150, 300, 500, 1000, 2000 or 5000 EUR.")
                : Support.No($"{name} is not insured."),
            [ShipmentOption.CashOnDelivery] = signature.IsSupported ? Support.When("Contracts that have it.") : Support.No("only services with a signature collect money."),
            [ShipmentOption.MultipleParcels] = Support.When("Bought one after the other; linked on the label only overseas."),
        },
    };

    private static ServiceCapability Return(string code, string name, CountryCode[]? origins, CountryCode[] destinations, bool isDeclared)
    {
        var service = Service(code, name, destinations, destinations, Unsigned, isDeclared, true);
        return service with
        {
            Origins = origins,
            Options = new Dictionary<ShipmentOption, Support>(service.Options) { [ShipmentOption.MultipleParcels] = Support.No("a return is one parcel.") },
            MaxParcels = 1,
        };
    }
}
