namespace Commerce.Carriers.Chronopost;

/// <summary>Chronopost's products, and the service code that goes with them. Source: Chronopost's product list.</summary>
internal static class ChronopostProducts
{
    private const string OverseasRelay = "4P";
    private const string EuropeRelay = "49";
    private static readonly Weight RelayWeight = Weight.FromKilograms(20);
    private static readonly Weight EuropeRelayLight = Weight.FromKilograms(3);
    private static readonly CountryCode[] French = [CountryCode.France];
    private static readonly CountryCode[] FrenchAndMonaco = [CountryCode.France, CountryCode.Parse("MC")];
    private static readonly Support NoPoint = Support.No("The product delivers to an address: take a relay product (86, 80, 49, 4P, 5X, 6B).");
    private static readonly Support NoSaturday = Support.No("The product has no Saturday delivery.");

    /// <summary>Gets every product that is known.</summary>
    internal static IReadOnlyList<ServiceCapability> All { get; } =
    [
        Domestic("01", "Chrono 13", ServiceLevel.Overnight),
        Domestic("02", "Chrono 10", ServiceLevel.Overnight),
        Domestic("16", "Chrono 18", ServiceLevel.Overnight),
        Domestic("75", "Chrono 8", ServiceLevel.Overnight),
        Domestic("76", "Chrono 9", ServiceLevel.Overnight),
        Domestic("58", "Chrono 13 mailbox", ServiceLevel.Overnight),
        Domestic("2L", "Chrono 18 mailbox", ServiceLevel.Overnight),
        Domestic("2M", "Chrono 18 mailbox", ServiceLevel.Overnight),
        Domestic("2R", "Chrono Fresh 13", ServiceLevel.Overnight),
        Domestic("2S", "Chrono Freeze 13", ServiceLevel.Overnight),
        Relay("86", "Chrono Relais 13", ServiceLevel.Overnight, FrenchAndMonaco),
        Relay("80", "Chrono Relais 9", ServiceLevel.Overnight, FrenchAndMonaco),
        Relay("5X", "2Shop France", ServiceLevel.Standard, FrenchAndMonaco),
        Relay(EuropeRelay, "Chrono Relais Europe", ServiceLevel.Standard, null),
        Relay("6B", "2Shop Europe", ServiceLevel.Standard, null),
        Relay(OverseasRelay, "Chrono Relais DOM", ServiceLevel.Express, null),
        International("17", "Chrono Express", ServiceLevel.Express),
        International("37", "Chrono Premium", ServiceLevel.Express),
        International("44", "Chrono Classic", ServiceLevel.Standard),
        Domestic("4R", "Retour Express 9", ServiceLevel.Overnight),
        Domestic("4S", "Retour Express 10", ServiceLevel.Overnight),
        Domestic("4T", "Retour Express 13", ServiceLevel.Overnight),
        Domestic("4U", "Retour Express 18", ServiceLevel.Overnight),
        Domestic("5Y", "2Shop Retour", ServiceLevel.Standard),
        new ServiceCapability
        {
            Service = new CarrierService("3T"), Name = "Retour Relais Europe", Level = ServiceLevel.Standard, IsDomestic = false, Destinations = French,
            Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.PickupPoint] = NoPoint, [ShipmentOption.SaturdayDelivery] = NoSaturday },
        },
    ];

    /// <summary>Tells whether a product needs a pickup point.</summary>
    internal static bool IsRelay(CarrierService service) => service.Value is "86" or "80" or "5X" or EuropeRelay or "6B" or OverseasRelay;

    /// <summary>Tells whether a product is for the way back.</summary>
    internal static bool IsReturn(CarrierService service) => service.Value is "4R" or "4S" or "4T" or "4U" or "5Y" or "3T";

    /// <summary>Gets the service code: Saturday, the relays' own, or none.</summary>
    internal static string ServiceCode(ShipmentRequest request, Parcel parcel) => request.Service.Value switch
    {
        OverseasRelay when request.Options.SaturdayDelivery => "368",
        EuropeRelay => parcel.Weight <= EuropeRelayLight ? "337" : "338",
        _ => request.Options.SaturdayDelivery ? "6" : "0",
    };

    private static ServiceCapability Domestic(string code, string name, ServiceLevel level) => new()
    {
        Service = new CarrierService(code), Name = name, Level = level, IsInternational = false, Origins = French, Destinations = French,
        Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.PickupPoint] = NoPoint },
    };

    private static ServiceCapability International(string code, string name, ServiceLevel level) => new()
    {
        Service = new CarrierService(code), Name = name, Level = level, IsDomestic = false, Origins = French,
        Options = new Dictionary<ShipmentOption, Support> { [ShipmentOption.PickupPoint] = NoPoint, [ShipmentOption.SaturdayDelivery] = NoSaturday },
    };

    private static ServiceCapability Relay(string code, string name, ServiceLevel level, CountryCode[]? destinations) => new()
    {
        Service = new CarrierService(code), Name = name, Level = level, Origins = French, Destinations = destinations, MaxParcelWeight = RelayWeight,
        IsDomestic = destinations is not null,
        Options = destinations is null && code != OverseasRelay
            ? new Dictionary<ShipmentOption, Support> { [ShipmentOption.SaturdayDelivery] = NoSaturday }
            : new Dictionary<ShipmentOption, Support>(),
    };
}
