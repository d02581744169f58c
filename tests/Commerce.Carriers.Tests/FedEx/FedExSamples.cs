namespace Commerce.Carriers.Tests.FedEx;

internal static class FedExSamples
{
    internal const string Service = "FEDEX_PRIORITY";

    internal static readonly Party American = new()
    {
        Contact = new Contact { Name = "Lou Sample", Phone = PhoneNumber.Parse("+12025550100"), Email = EmailAddress.Parse("lou@example.com") },
        Address = new Address { Line1 = "1 Example Street", City = "Springfield", Region = "IL", PostalCode = "62701", Country = CountryCode.UnitedStates },
        IsResidential = true,
    };

    internal static readonly CustomsDeclaration Customs = new()
    {
        Items =
        [
            new CustomsItem
            {
                Description = "Cotton T-shirt", Quantity = 2, UnitValue = new Money(20m, Currency.Parse("EUR")), UnitWeight = Weight.FromGrams(450),
                Origin = CountryCode.France, HsCode = "610910", Sku = new Sku("TS-1"),
            },
        ],
        InvoiceNumber = "INV-1001",
        InvoiceDate = new DateOnly(2026, 3, 1),
        Incoterm = Incoterm.Ddp,
        ShippingCharge = new Money(9.5m, Currency.Parse("EUR")),
    };

    internal static ShipmentRequest Order(string key, int parcels = 1) => CarrierSamples.Shipment(new OperationKey(key), Service, LabelFormat.Zpl, parcels);

    internal static ShipmentRequest International(string key) => Order(key) with
    {
        Service = new CarrierService("FEDEX_INTERNATIONAL_PRIORITY"),
        Sender = CarrierSamples.Sender with { Eori = "FR12345678900011", VatNumber = "FR12345678901" },
        Recipient = American,
        ShipDate = new DateOnly(2026, 3, 2),
        Customs = Customs,
    };

    internal static PickupRequest Pickup(DateOnly day) => new()
    {
        Key = new OperationKey("pickup-1"),
        From = CarrierSamples.Sender,
        Date = day,
        ReadyAt = new TimeOnly(11, 0),
        CloseAt = new TimeOnly(17, 0),
        Parcels = Order("k").Parcels,
        Instructions = "Back door",
    };

    internal static TradeDocument Invoice { get; } = new()
    {
        FileName = "invoice.pdf",
        MediaType = "application/pdf",
        Content = "%PDF-1.4 invented"u8.ToArray(),
        VendorType = "COMMERCIAL_INVOICE",
        Origin = CountryCode.France,
        Destination = CountryCode.UnitedStates,
    };
}
