namespace Commerce.Carriers.Dpd;

/// <summary>DPD's group products. Source: META-API customer documentation, product codes. A business unit's local codes (CL, E12, 01…) pass through unchecked.</summary>
internal static class DpdServices
{
    internal const string HazardousGoods = "102";
    internal const string HazardousLimited = "793";
    internal const string Return = "332";

    private static readonly string[] Saturday = ["103", "358"];
    private static readonly string[] CashOnDelivery = ["109", "329", "330"];
    private static readonly string[] PickupPoint = ["337", "338"];
    private static readonly Weight PickupPointLimit = Weight.FromKilograms(20);

    internal static readonly IReadOnlyList<ServiceCapability> All =
    [
        Service("101", "DPD Classic", ServiceLevel.Standard),
        Service(HazardousGoods, "DPD Classic, hazardous goods", ServiceLevel.Standard),
        Service("103", "DPD Classic, Saturday", ServiceLevel.Standard),
        Service("105", "DPD Classic, ex works", ServiceLevel.Standard),
        Service("109", "DPD Classic, cash on delivery", ServiceLevel.Standard),
        Service("113", "DPD Classic, swap", ServiceLevel.Standard),
        Service("136", "DPD Small Parcel", ServiceLevel.Standard),
        Service("154", "DPD Parcel Letter", ServiceLevel.Economy),
        Service("155", "DPD before 18:00", ServiceLevel.Overnight),
        Service("179", "DPD before 10:00", ServiceLevel.Overnight),
        Service("225", "DPD before 12:00", ServiceLevel.Overnight),
        Service("294", "DPD International Mail", ServiceLevel.Economy, isDomestic: false),
        Service("302", "DPD International Express", ServiceLevel.Express, isDomestic: false),
        Service("327", "DPD Private", ServiceLevel.Standard),
        Service("328", "DPD Private, small parcel", ServiceLevel.Standard),
        Service("329", "DPD Private, cash on delivery", ServiceLevel.Standard),
        Service("330", "DPD Private, cash on delivery, small parcel", ServiceLevel.Standard),
        Service(Return, "DPD Private Return", ServiceLevel.Standard),
        Service("337", "DPD Parcel Shop", ServiceLevel.Standard),
        Service("338", "DPD Parcel Shop, small parcel", ServiceLevel.Standard),
        Service("350", "DPD before 08:30", ServiceLevel.Overnight),
        Service("358", "DPD Private, Saturday", ServiceLevel.Standard),
        Service("365", "DPD Tyres", ServiceLevel.Standard),
        Service("366", "DPD Tyres, second product", ServiceLevel.Standard),
        Service(HazardousLimited, "DPD Classic, limited quantities of hazardous goods", ServiceLevel.Standard),
    ];

    internal static bool IsCashOnDelivery(CarrierService service) => CashOnDelivery.Contains(service.Value);

    internal static bool IsToPickupPoint(CarrierService service) => PickupPoint.Contains(service.Value);

    private static ServiceCapability Service(string code, string name, ServiceLevel level, bool isDomestic = true)
    {
        var options = new Dictionary<ShipmentOption, Support>();
        Only(ShipmentOption.SaturdayDelivery, Saturday, "DPD delivers on Saturday by product: choose 103 or 358 (private).");
        Only(ShipmentOption.CashOnDelivery, CashOnDelivery, "DPD collects money by product: choose 109, 329 or 330 (private).");
        Only(ShipmentOption.PickupPoint, PickupPoint, "DPD delivers to shops by product: choose 337 or 338 (small parcel).");
        return new ServiceCapability
        {
            Service = new CarrierService(code),
            Name = name,
            Level = level,
            IsDomestic = isDomestic,
            Options = options,
            MaxParcelWeight = PickupPoint.Contains(code) ? PickupPointLimit : null,

            // The amount belongs to one parcel.
            MaxParcels = CashOnDelivery.Contains(code) ? 1 : null,
        };

        void Only(ShipmentOption option, string[] codes, string reason)
        {
            if (!codes.Contains(code))
            {
                options[option] = Support.No(reason);
            }
        }
    }
}
