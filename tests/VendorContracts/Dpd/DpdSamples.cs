using Commerce.Carriers;
using Commerce.Carriers.Dpd;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.VendorContracts.Dpd;

/// <summary>Calls that use every part of DPD's wire.</summary>
internal static class DpdSamples
{
    internal static readonly TrackingNumber Number = new("10700000000001");

    private static readonly Party Sender = Someone("Alice Martin", "ACME SARL", "Paris", "75011") with { Eori = "FR00000000000001", VatNumber = "FR00000000001" };
    private static readonly Party Recipient = Someone("Bruno Durand", null, "Lyon", "69002");

    internal static ShipmentRequest Shipment { get; } = new()
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService("101"),
        Sender = Sender,
        Recipient = Recipient,
        Parcels = [Parcel()],
        Reference = "ORD-1001",
    };

    internal static ShipmentRequest TwoParcels { get; } = Shipment with { Parcels = [Parcel(), Parcel()] };

    internal static ShipmentRequest EveryOption { get; } = TwoParcels with
    {
        Service = new CarrierService("103"),
        ShipDate = new DateOnly(2026, 3, 3),
        Options = new ShipmentOptions { InsuredValue = Money.Eur(250), NotifyByEmail = true, NotifyBySms = true, SaturdayDelivery = true },
        Label = new LabelSpecification { Format = LabelFormat.Png, Size = LabelSize.A4, Dpi = 300 },
        VendorFields = new Dictionary<string, string>
        {
            ["DropOffType"] = "BOTH", ["LabelPrinterStartPosition"] = "LOWER_LEFT", ["additionalServiceCode"] = "8", ["serviceCode"] = "9", ["mpsCompleteDelivery"] = "s1",
            ["payerType"] = "S", ["personalDeliveryType"] = "s2", ["customerBillingReference"] = "BILL1", ["customsReference"] = "CR1", ["hazardousLimitedQuantities"] = "true",
        },
    };

    internal static ShipmentRequest Cash { get; } = Shipment with
    {
        Service = new CarrierService("109"), Options = new ShipmentOptions { CashOnDelivery = Money.Eur(20) },
    };

    internal static ShipmentRequest Shop { get; } = Shipment with
    {
        Service = new CarrierService("337"), PickupPoint = new PickupPointReference { Id = "FR00000" }, Options = new ShipmentOptions { NotifyBySms = true },
    };

    internal static ShipmentRequest Customs { get; } = Shipment with
    {
        Service = new CarrierService("302"),
        Recipient = Recipient with { Address = Recipient.Address with { Country = CountryCode.Parse("CH"), PostalCode = "8001", Region = "ZH" }, Eori = "CH1", VatNumber = "CHE1" },
        Customs = new CustomsDeclaration
        {
            InvoiceNumber = "INV-1",
            InvoiceDate = new DateOnly(2026, 3, 2),
            Items =
            [
                new CustomsItem
                {
                    Description = "Desk lamp", Quantity = 2, UnitValue = Money.Eur(19.90m), UnitWeight = Weight.FromGrams(450), Origin = CountryCode.France,
                    HsCode = "94052190", Sku = Sku.Parse("LAMP-1"), Parcel = 0,
                },
            ],
        },
        VendorFields = new Dictionary<string, string> { ["customsPaper"] = "A", ["clearanceStatus"] = "N", ["customsHighLowValue"] = "L", ["mrn"] = "26FR0001" },
    };

    internal static ShipmentRequest EPrint { get; } = Shipment with { Parcels = [Parcel() with { Reference = "ORD-1001-1" }], ShipDate = new DateOnly(2026, 3, 2) };

    internal static PickupRequest Pickup { get; } = new()
    {
        Key = new OperationKey("pickup-1"),
        From = Sender,
        Date = new DateOnly(2026, 3, 2),
        ReadyAt = new TimeOnly(9, 0),
        CloseAt = new TimeOnly(17, 0),
        Parcels = [Parcel()],
        TrackingNumbers = [Number],
        Instructions = "Back door",
    };

    internal static Task<IReadOnlyList<ShippingDocument>> LabelAsync(ICarrierClient client) => ValueAsync(((ILabelReprinter)client).ReprintAsync(
        new ReprintRequest { ShipmentId = new CarrierShipmentId("05300000000001"), Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 300 } }));

    internal static Task<Outcome<DpdCollection>> CollectAsync(ICarrierClient client) => ((IDpdCarrierClient)client).RequestCollectionAsync(
        Shipment, new PickupSlot(new DateOnly(2026, 3, 3), new TimeOnly(9, 0), new TimeOnly(17, 0)));

    internal static ServiceProvider Provide(DelegatingHandler edge, Uri? address = null, Action<DpdCarrierOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddDpdCarrier(options =>
        {
            options.BaseAddress = address ?? new Uri("http://dpd.example/");
            (options.Login, options.Password, options.AccountNumber) = ("invented", "invented-secret", "000000");
            (options.CustomerId, options.SubAccountNumber, options.SendingDepot, options.NotificationLanguage) = ("000000", "1", "0000000", "FR");
            (options.FranceCenterNumber, options.FranceCustomerNumber) = (75, 12345);
            options.EPrintUserId = options.EPrintPassword = options.WebTracePassword = options.MyPudoKey = "invented-secret";
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
            change?.Invoke(options);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }

    private static async Task<IReadOnlyList<ShippingDocument>> ValueAsync(Task<Outcome<IReadOnlyList<ShippingDocument>>> call) => (await call).Value;

    private static Parcel Parcel() => new()
    {
        Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Description = "Textile", Reference = "ORD-1001-1",
    };

    private static Party Someone(string name, string? company, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name, Company = company, Phone = PhoneNumber.Parse("+33102030405"), Email = EmailAddress.Parse("test@example.com") },
        Address = new Address { Line1 = "10 rue des Tests", Line2 = "Batiment B", Line3 = "Escalier 2", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
