using Commerce.Carriers;
using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Ups;

public sealed partial class UpsContractTests
{
    internal static PickupRequest Pickup => new()
    {
        Key = new OperationKey("pickup-1"),
        From = Sender,
        Date = new DateOnly(2026, 3, 3),
        ReadyAt = new TimeOnly(14, 0),
        CloseAt = new TimeOnly(18, 0),
        Parcels = [Parcel()],
        Instructions = "Ring the bell",
    };

    internal static TradeDocument Paper { get; } = new()
    {
        FileName = "invoice.pdf",
        MediaType = "application/pdf",
        Content = "%PDF-1.4\n%%EOF\n"u8.ToArray(),
        VendorType = "002",
        Origin = CountryCode.France,
        Destination = CountryCode.UnitedStates,
    };

    internal static UploadedTradeDocument Uploaded { get; } = new("2026-03-02-09.00.00.000001");

    internal static PickupBooking Booking { get; } = new() { ConfirmationNumber = "2929AONCALL02", Date = new DateOnly(2026, 3, 3) };

    internal static Address AmericanAddress => American.Address;

    internal static CustomsDeclaration Declaration { get; } = new()
    {
        Incoterm = Incoterm.Ddp,
        InvoiceNumber = "INV-1",
        InvoiceDate = new DateOnly(2026, 3, 2),
        ShippingCharge = new Money(9.5m, Currency.Parse("EUR")),
        Items =
        [
            new CustomsItem
            {
                Description = "Desk lamp of brass with a shade of linen",
                HsCode = "940521",
                Quantity = 2,
                UnitValue = new Money(12.50m, Currency.Parse("EUR")),
                UnitWeight = Weight.FromGrams(400),
                Origin = CountryCode.France,
                Sku = new Sku("LAMP-1"),
            },
        ],
    };

    private static readonly PickupPointReference Point = new()
    {
        Id = "U00000001",
        Name = "RELAIS EXEMPLE",
        Address = new Address { Line1 = "1 place des Essais", City = "Lyon", PostalCode = "69002", Country = CountryCode.France },
    };

    private static readonly Waiver NotificationOfThreeLetters = new(
        "body.ShipmentRequest.Shipment.ShipmentServiceOptions.Notification.NotificationCode maxLength",
        "The contract allows one character and lists 012 and 013 for access points.");

    private static readonly Waiver ActionOfThirteenLetters = new(
        "body.LocatorRequest.Request.RequestAction minLength", "The contract asks for thirteen characters and allows only the word Locator.");

    private static readonly Waiver RegionOfCountriesWithoutAny = new(
        "body.LocatorRequest.OriginAddress.AddressKeyFormat.PoliticalDivision1 minLength",
        "The contract asks for a state even of countries that have none.");

    private static readonly Waiver DayOfFourLetters = new(
        "body.PickupCreationRequest.PickupDateInfo.PickupDate maxLength", "The contract allows four characters and describes yyyyMMdd.");

    private static readonly Waiver WeightOfSixLetters = new(
        "body.PickupCreationRequest.TotalWeight.Weight minLength", "The contract asks for exactly six characters and gives 10.9 and 5.5 as examples.");

    private static ShipmentRequest Reached => Shipment with
    {
        Recipient = Recipient with { Contact = new Contact { Name = "Zoe Martin", Phone = PhoneNumber.Parse("+33612345678"), Email = EmailAddress.Parse("zoe@example.com") } },
    };

    [VendorSpecFact]
    public Task Returns_keep_the_contract() => CheckAsync("Shipping.yaml", client => ((IReturnLabelClient)client).CreateReturnAsync(
        Shipment with { Sender = Recipient, Recipient = Sender }));

    [VendorSpecFact]
    public Task Returns_across_a_border_keep_the_contract() => CheckAsync("Shipping.yaml", client => ((IReturnLabelClient)client).CreateReturnAsync(
        Shipment with { Sender = American, Recipient = Sender, Customs = Declaration with { Reason = ExportReason.Return } }));

    [VendorSpecFact]
    public Task Shipments_to_an_access_point_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(
        Reached with { PickupPoint = Point }), NotificationOfThreeLetters);

    [VendorSpecFact]
    public Task Shipments_with_notifications_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(
        Reached with { PickupPoint = Point, Options = new ShipmentOptions { NotifyByEmail = true, NotifyBySms = true } }), NotificationOfThreeLetters);

    [VendorSpecFact]
    public Task Shipments_across_a_border_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(
        Shipment with { Recipient = American, Customs = Declaration }));

    [VendorSpecFact]
    public Task Shipments_with_uploaded_papers_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(
        Shipment with { Recipient = American, Customs = Declaration with { InvoiceNumber = null, UploadedDocumentIds = [Uploaded.Id] } }));

    [VendorSpecFact]
    public Task Rates_to_an_access_point_keep_the_contract() => CheckAsync("Rating.yaml", client => ((IRateProvider)client).GetRatesAsync(
        Rates with { PickupPoint = Point }));

    [VendorSpecFact]
    public Task Transit_times_keep_the_contract() => CheckAsync(
        "TimeInTransit.yaml",
        client => ((ITransitTimeProvider)client).GetTransitTimesAsync(
            Rates with { Recipient = American, GoodsValue = new Money(120m, Currency.Parse("EUR")) }),
        new Waiver("body.weight maximum", "The contract allows up to 1, which counts occurrences; its example has 10.5."),
        new Waiver("body.shipmentContentsValue maximum", "The contract allows up to 3, which counts occurrences; its example has 10.5."));

    [VendorSpecFact]
    public Task Access_point_searches_keep_the_contract() => CheckAsync(
        "Locator.yaml",
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = Recipient.Address }),
        ActionOfThirteenLetters,
        RegionOfCountriesWithoutAny);

    [VendorSpecFact]
    public Task Address_checks_keep_the_contract() => CheckAsync(
        "AddressValidation.yaml", client => ((IAddressValidator)client).ValidateAddressAsync(AmericanAddress));

    [VendorSpecFact]
    public Task Collections_keep_the_contract() => CheckAsync(
        "Pickup.yaml", client => ((IPickupScheduler)client).BookPickupAsync(Pickup), DayOfFourLetters, WeightOfSixLetters);

    [VendorSpecFact]
    public Task Cancelled_collections_keep_the_contract() => CheckAsync("Pickup.yaml", client => ((IPickupCanceller)client).CancelPickupAsync(Booking));

    [VendorSpecFact]
    public Task Proofs_keep_the_contract() => CheckAsync("Tracking.yaml", client => ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(
        new TrackingRequest { TrackingNumber = new TrackingNumber("1Z12345E8791315413") }));

    [VendorSpecFact]
    public Task Uploads_of_papers_keep_the_contract() => CheckAsync("Paperless.yaml", client => ((ITradeDocumentClient)client).UploadTradeDocumentAsync(Paper));

    [VendorSpecFact]
    public Task Papers_of_a_shipment_keep_the_contract() => CheckAsync("Paperless.yaml", client => ((ITradeDocumentArchive)client).AttachTradeDocumentsAsync(
        new CarrierShipmentId("1Z12345E8791315413"), [Uploaded]));

    [VendorSpecFact]
    public Task Deletions_of_papers_keep_the_contract() => CheckAsync(
        "Paperless.yaml", client => ((ITradeDocumentArchive)client).DeleteTradeDocumentAsync(Uploaded));
}
