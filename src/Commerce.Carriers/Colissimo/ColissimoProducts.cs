namespace Commerce.Carriers.Colissimo;

/// <summary>Colissimo's products. Source: product and country lists of the official modules, March 2026.</summary>
internal static class ColissimoProducts
{
    internal const string PickupPoint = "HD";
    internal const string International = "CORI";
    private static readonly CountryCode[] French = Countries("FR MC");
    private static readonly CountryCode[] Overseas = Countries("BL GF GP MF MQ NC PF PM RE TF WF YT");
    private static readonly Support NoPoint = Support.No("The product delivers to an address: take HD for a pickup point.");
    private static readonly Support Dangerous = Support.When("VendorFields has hazmatCategory, A to E; label service 3.1.");

    /// <summary>Gets every product that is known.</summary>
    internal static IReadOnlyList<ServiceCapability> All { get; } =
    [
        Home("DOM", "Domicile sans signature", French, Countries("FR MC AD BE CH"), Support.No("DOM has no signature: take DOS.")),
        Home("DOS", "Domicile avec signature", French, null, Support.Yes),
        new ServiceCapability
        {
            Service = new CarrierService(PickupPoint),
            Name = "Point retrait",
            Level = ServiceLevel.Standard,
            Origins = French,
            Destinations = Countries("FR MC AT BE CZ DE DK EE ES FI HU IE IT LT LU LV NL PL PT SE SI SK"),
            Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.DangerousGoods] = Support.No("Pickup points take no dangerous goods.") },
        },
        Home("COM", "Outre-mer sans signature", French, Overseas, Support.No("COM has no signature: take CDS.")),
        Home("CDS", "Outre-mer avec signature", French, Overseas, Support.Yes),
        Home("ECO", "Outre-mer économique", French, Overseas, Support.No("ECO has no signature: take CDS.")) with { Level = ServiceLevel.Economy },
        Home("CORE", "Retour France", French, French, Support.No("A return has no signature.")),
        Home("CORF", "Retour France en boîte aux lettres", French, French, Support.No("A return has no signature.")),
        Home(International, "Retour international", null, French, Support.No("A return has no signature.")) with { IsDomestic = false },
    ];

    internal static bool IsReturn(CarrierService service) => service.Value is "CORE" or "CORF" or International;

    internal static bool IsOverseas(CarrierService service) => service.Value is "COM" or "CDS" or "ECO";

    private static ServiceCapability Home(string code, string name, CountryCode[]? origins, CountryCode[]? destinations, Support signature) => new()
    {
        Service = new CarrierService(code),
        Name = name,
        Level = ServiceLevel.Standard,
        Origins = origins,
        Destinations = destinations,
        Options = new Dictionary<ShipmentOption, Support>
        {
            [ShipmentOption.Signature] = signature,
            [ShipmentOption.PickupPoint] = NoPoint,
            [ShipmentOption.DangerousGoods] = Dangerous,
        },
    };

    private static CountryCode[] Countries(string codes) => [.. codes.Split(' ').Select(static code => CountryCode.Parse(code))];
}
