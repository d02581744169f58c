using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Commerce.VendorContracts.Soap;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Chronopost;

/// <summary>Every request against Chronopost's own WSDLs, answered with Chronopost's own examples.</summary>
public sealed class ChronopostContractTests
{
    internal static readonly TrackingNumber Number = new("XX000000001FR");

    private static readonly Waiver[] Differences =
    [
        new("shippingMultiParcelV4.shipperValue.shipperCountryName", "the country code says it"),
        new("shippingMultiParcelV4.customerValue.customerCountryName", "the country code says it"),
        new("shippingMultiParcelV4.recipientValue.recipientCountryName", "the country code says it"),
        new("shippingMultiParcelV4.refValue.customerSkybillNumber", "for customers with a number range of their own"),
        new("shippingMultiParcelV4.refValue.idRelais", "only parcels to relays have one"),
        new("shippingMultiParcelV4.skybillValue.as", "for ambient relay contracts"),
    ];

    private static readonly Party Sender = Someone("Ada Test", "Lampes du Nord", "Lille", "59000");
    private static readonly Party Recipient = Someone("Zoe Martin", null, "Lyon", "69002");

    internal static RateRequest Rates { get; } = new() { Sender = Sender, Recipient = Recipient, Parcels = [Parcel()] };

    [VendorSpecFact]
    public Task Rates_keep_the_contract() => CheckAsync(client => ((IRateProvider)client).GetRatesAsync(Rates), "calculateProducts.request.xml");

    [VendorSpecFact]
    public Task Shipment_keeps_the_contract() => CheckAsync(
        client => client.CreateShipmentAsync(Shipment(parcels: 1)), "shippingMultiParcelV4.request.xml", Differences);

    [VendorSpecFact]
    public Task Shipment_of_several_parcels_keeps_the_contract() => CheckAsync(
        client => client.CreateShipmentAsync(Shipment(parcels: 2)), "shippingMultiParcelV4.twoParcels.request.xml", Differences);

    [VendorSpecFact]
    public Task Shipment_with_every_option_keeps_the_contract() => CheckAsync(
        client => client.CreateShipmentAsync(Shipment(parcels: 1) with
        {
            Options = new ShipmentOptions { InsuredValue = Money.Eur(250), NotifyByEmail = true, NotifyBySms = true, SaturdayDelivery = true },
        }),
        sample: null);

    [VendorSpecFact]
    public Task Label_keeps_the_contract() => CheckAsync(
        client => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest
        {
            ShipmentId = new CarrierShipmentId(Number.Value), Label = new LabelSpecification { Format = LabelFormat.Zpl },
        }),
        sample: null);

    [VendorSpecFact]
    public Task Tracking_keeps_the_contract() => CheckAsync(
        client => client.TrackAsync(new TrackingRequest { TrackingNumber = Number }), "trackSkybillV2.request.xml");

    [VendorSpecFact]
    public Task Finding_keeps_the_contract() => CheckAsync(
        client => ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1"), Label = new LabelSpecification() }),
        "trackWithSenderRef.request.xml");

    [VendorSpecFact]
    public Task Cancellation_keeps_the_contract() => CheckAsync(
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(Number.Value) }), "cancelSkybill.request.xml");

    [VendorSpecFact]
    public Task Parcel_to_a_relay_keeps_the_contract() => CheckAsync(
        client => client.CreateShipmentAsync(Shipment(parcels: 1) with { Service = new CarrierService("86"), PickupPoint = new PickupPointReference { Id = "0000A" } }),
        "shippingMultiParcelV4.relay.request.xml",
        Differences);

    [VendorSpecFact]
    public Task Goods_across_a_border_keep_the_contract() => CheckAsync(
        client => client.CreateShipmentAsync(Shipment(parcels: 1) with
        {
            Service = new CarrierService("17"),
            Recipient = Recipient with { Address = Recipient.Address with { Country = CountryCode.UnitedStates } },
            Customs = new CustomsDeclaration
            {
                Items =
                [
                    new CustomsItem
                    {
                        Description = "Desk lamp", HsCode = "940521", Quantity = 2, UnitValue = Money.Eur(12.5m), UnitWeight = Weight.FromGrams(400), Origin = CountryCode.France,
                    },
                ],
            },
        }),
        sample: null);

    [VendorSpecFact]
    public Task Return_keeps_the_contract() => CheckAsync(
        client => ((IReturnLabelClient)client).CreateReturnAsync(Shipment(parcels: 1) with { Service = new CarrierService("4T"), Sender = Recipient, Recipient = Sender }),
        sample: null);

    [VendorSpecFact]
    public Task Collection_keeps_the_contract() => CheckAsync(
        client => ((IPickupScheduler)client).BookPickupAsync(Pickup), "creerEnlevementNational.request.xml");

    [VendorSpecFact]
    public Task Cancelled_collection_keeps_the_contract() => CheckAsync(
        client => ((IPickupCanceller)client).CancelPickupAsync(new PickupBooking { ConfirmationNumber = "00000000000001", Date = Pickup.Date }),
        "annulerEnlevements.request.xml");

    [VendorSpecFact]
    public Task Delivery_time_keeps_the_contract() => CheckAsync(
        client => ((ITransitTimeProvider)client).GetTransitTimesAsync(Rates with { Service = new CarrierService("01") }), "calculateDeliveryTime.request.xml");

    [VendorSpecFact]
    public Task Proof_keeps_the_contract() => CheckAsync(
        client => ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = Number }), "searchPOD.request.xml");

    // The WSDL of the pickup points is not public: Chronopost's samples say which elements there are, and in which order.
    [VendorSpecFact]
    public Task Search_for_relays_is_like_the_sample() => CompareAsync(
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = Recipient.Address }), "recherchePointChronopost.request.xml");

    [VendorSpecFact]
    public Task Search_for_relays_abroad_is_like_the_sample() => CompareAsync(
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = Recipient.Address with { Country = CountryCode.Germany } }),
        "recherchePointChronopostInter.request.xml");

    [VendorSpecFact]
    public Task Relay_is_asked_for_like_the_sample() => CompareAsync(
        client => ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = "0000A" }, CountryCode.France),
        "rechercheDetailPointChronopost.request.xml");

    internal static PickupRequest Pickup { get; } = new()
    {
        Key = new OperationKey("pickup-1"),
        From = Sender,
        Date = new DateOnly(2026, 3, 2),
        ReadyAt = new TimeOnly(14, 0),
        CloseAt = new TimeOnly(18, 0),
        Parcels = [Parcel()],
    };

    internal static byte[] Example(string name) => File.ReadAllBytes(VendorSpecs.PathOf("carriers", "chronopost", name));

    internal static ShipmentRequest Shipment(int parcels) => new()
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService("01"),
        Sender = Sender,
        Recipient = Recipient,
        Parcels = [.. Enumerable.Range(0, parcels).Select(_ => Parcel())],
        Reference = "ORD-1",
        Label = new LabelSpecification { Format = LabelFormat.Pdf },
    };

    internal static ServiceProvider Provide(DelegatingHandler edge)
    {
        var services = new ServiceCollection();
        services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = new Uri("http://chronopost.example/");
            (options.AccountNumber, options.Password) = ("12345678", "123456");
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }

    private static async Task CheckAsync(Func<ICarrierClient, Task> call, string? sample, params Waiver[] differences)
    {
        var contract = new SoapContract(
            VendorSpecs.PathOf("carriers", "chronopost", "shipping.wsdl"),
            VendorSpecs.PathOf("carriers", "chronopost", "quickcost.wsdl"),
            VendorSpecs.PathOf("carriers", "chronopost", "tracking.wsdl"));
        using var edge = new SoapContractEdge(contract, AnswerTo);
        await using var provider = Provide(edge);

        await call(provider.GetRequiredKeyedService<ICarrierClient>("chronopost"));

        Assert.NotEmpty(edge.Operations);
        Assert.True(edge.Violations.Count == 0, string.Join('\n', edge.Violations));
        if (sample is not null)
        {
            using var stream = new MemoryStream(Example(sample));
            var theirs = XDocument.Load(stream).Descendants().First(element => element.Name.LocalName == "Body").Elements().Single();
            var missing = Leaves(theirs).Except(edge.Operations.SelectMany(Leaves)).Where(path => !differences.Any(waiver => waiver.Covers(path))).ToList();
            Assert.True(missing.Count == 0, $"Chronopost's sample has what we do not send: {string.Join(", ", missing)}");
        }
    }

    private static async Task CompareAsync(Func<ICarrierClient, Task> call, string sample)
    {
        byte[]? sent = null;
        using var edge = new ExampleEdge("text/xml; charset=utf-8")
        {
            Answer = request =>
            {
                sent = request.Content!.ReadAsByteArrayAsync().Result;
                return Example(sample.Replace("request", "response", StringComparison.Ordinal));
            },
        };
        await using var provider = Provide(edge);

        await call(provider.GetRequiredKeyedService<ICarrierClient>("chronopost"));

        Assert.Equal(Names(Example(sample)), Names(sent!));

        static IEnumerable<XName> Names(byte[] envelope)
        {
            using var stream = new MemoryStream(envelope);
            var operation = XDocument.Load(stream).Descendants().First(element => element.Name.LocalName == "Body").Elements().Single();
            return operation.DescendantsAndSelf().Select(element => element.Name).ToList();
        }
    }

    internal static byte[] AnswerTo(string operation) => operation switch
    {
        "cancelSkybill" => Example("cancelSkybill.ok.response.xml"),

        // The two differ in the credentials of the request only.
        "getReservedSkybillWithTypeAndModeAuth" => Example("getReservedSkybillWithTypeAndMode.response.xml"),
        _ => Example(operation + ".response.xml"),
    };

    private static IEnumerable<string> Leaves(XElement root) => root.DescendantsAndSelf().Where(element => !element.HasElements)
        .Select(element => string.Join('.', element.AncestorsAndSelf().TakeWhile(part => part != root.Parent).Reverse().Select(part => part.Name.LocalName)))
        .Distinct();

    private static Parcel Parcel() => new() { Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Description = "Lamps" };

    private static Party Someone(string name, string? company, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name, Company = company, Phone = PhoneNumber.Parse("+33320000000"), Email = EmailAddress.Parse("test@example.com") },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
