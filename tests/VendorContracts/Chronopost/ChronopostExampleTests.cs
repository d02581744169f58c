using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Chronopost;

/// <summary>Chronopost's own example answers.</summary>
public sealed class ChronopostExampleTests
{
    private static readonly string[] Claimed =
    [
        "calculateProducts.request.xml", "calculateProducts.response.xml",
        "shippingMultiParcelV4.request.xml", "shippingMultiParcelV4.response.xml", "shippingMultiParcelV4.error.xml",
        "shippingMultiParcelV4.twoParcels.request.xml", "shippingMultiParcelV4.twoParcels.response.xml",
        "getReservedSkybillWithTypeAndMode.request.xml", "getReservedSkybillWithTypeAndMode.response.xml",
        "trackSkybillV2.request.xml", "trackSkybillV2.response.xml", "trackWithSenderRef.request.xml", "trackWithSenderRef.response.xml",
        "shippingMultiParcelV4.relay.request.xml",
        "creerEnlevementNational.request.xml", "creerEnlevementNational.response.xml", "annulerEnlevements.request.xml", "annulerEnlevements.response.xml",
        "calculateDeliveryTime.request.xml", "calculateDeliveryTime.response.xml", "searchPOD.request.xml", "searchPOD.response.xml",
        "recherchePointChronopost.request.xml", "recherchePointChronopost.response.xml", "recherchePointChronopostInter.request.xml",
        "recherchePointChronopostInter.response.xml", "rechercheDetailPointChronopost.request.xml", "rechercheDetailPointChronopost.response.xml",
        "cancelSkybill.request.xml", "cancelSkybill.ok.response.xml", "cancelSkybill.error.response.xml",
    ];

    private static readonly Waiver[] NotUsed =
    [
        new("quickCost", "one product's price; calculateProducts has those of all"),
        new("trackSearch", "search by day and place; parcels are found by their reference"),
    ];

    private static readonly Waiver[] Routing =
    [
        .. new[] { "codeDepot", "codeService", "destinationDepot", "geoPostCodeBarre", "groupingPriorityLabel", "serviceName", "signaletiqueProduit" }
            .Select(name => new Waiver("shippingMultiParcelV4Response.return.resultMultiParcelValue." + name, "for labels of one's own layout; ours come printed")),
    ];

    [VendorSpecFact]
    public Task Rates() => ReadAsync(
        "calculateProducts.response.xml",
        client => ((IRateProvider)client).GetRatesAsync(ChronopostContractTests.Rates),
        new Waiver("calculateProductsResponse.return.productList.amountTVA", "the difference of the two other amounts"));

    [VendorSpecFact]
    public Task Shipment() => ReadAsync(
        "shippingMultiParcelV4.response.xml",
        client => client.CreateShipmentAsync(ChronopostContractTests.Shipment(parcels: 1)),
        [new Waiver("shippingMultiParcelV4Response.return.reservationNumber", "fetches a label that did not come along"), .. Routing]);

    [VendorSpecFact]
    public Task Shipment_of_two_parcels() => ReadAsync(
        "shippingMultiParcelV4.twoParcels.response.xml",
        client => client.CreateShipmentAsync(ChronopostContractTests.Shipment(parcels: 2)),
        [new Waiver("shippingMultiParcelV4Response.return.reservationNumber", "only names the label that is fetched next"), .. Routing]);

    [VendorSpecFact]
    public Task Refused_shipment() => ReadAsync(
        "shippingMultiParcelV4.error.xml",
        client => client.CreateShipmentAsync(ChronopostContractTests.Shipment(parcels: 1)));

    [VendorSpecFact]
    public Task Label() => ReadAsync(
        "getReservedSkybillWithTypeAndMode.response.xml",
        client => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest
        {
            ShipmentId = new CarrierShipmentId(ChronopostContractTests.Number.Value), Label = new LabelSpecification { Format = LabelFormat.Zpl },
        }),
        new Waiver("getReservedSkybillWithTypeAndModeResponse.return.type", "TXT for ZPL: the bytes and the request say it better"));

    [VendorSpecFact]
    public Task Tracking() => ReadAsync(
        "trackSkybillV2.response.xml",
        client => client.TrackAsync(new TrackingRequest { TrackingNumber = ChronopostContractTests.Number }),
        new Waiver("trackSkybillV2Response.return.listEventInfoComp.events.NPC", "the carrier's inner routing"),
        new Waiver("trackSkybillV2Response.return.listEventInfoComp.events.highPriority", "how Chronopost's page sorts events"),
        new Waiver("trackSkybillV2Response.return.listEventInfoComp.events.infoCompList.**", "who signed: personal data that nobody needs to follow a parcel"),
        new Waiver("trackSkybillV2Response.return.listEventInfoComp.skybillNumber", "the number that was asked for"));

    [VendorSpecFact]
    public Task Finding() => ReadAsync(
        "trackWithSenderRef.response.xml",
        client => ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1"), Label = new LabelSpecification() }),
        new Waiver("trackWithSenderRefResponse.return.listParcel.events.**", "a shipment is found, not followed"));

    [VendorSpecFact]
    public Task Cancellation() => ReadAsync(
        "cancelSkybill.ok.response.xml",
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(ChronopostContractTests.Number.Value) }),
        new Waiver("cancelSkybillResponse.return.statusCode", "0 in every known answer: errorCode decides"));

    [VendorSpecFact]
    public Task Refused_cancellation() => ReadAsync(
        "cancelSkybill.error.response.xml",
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(ChronopostContractTests.Number.Value) }),
        new Waiver("cancelSkybillResponse.return.statusCode", "0 in every known answer: errorCode decides"));

    [VendorSpecFact]
    public Task Collection() => ReadAsync(
        "creerEnlevementNational.response.xml",
        client => ((IPickupScheduler)client).BookPickupAsync(ChronopostContractTests.Pickup),
        new Waiver("creerEnlevementNationalResponse.return.ESDNumber", "the short form of the number"));

    [VendorSpecFact]
    public Task Cancelled_collection() => ReadAsync(
        "annulerEnlevements.response.xml",
        client => ((IPickupCanceller)client).CancelPickupAsync(new PickupBooking { ConfirmationNumber = "1", Date = new DateOnly(2026, 3, 2) }));

    [VendorSpecFact]
    public Task Delivery_time() => ReadAsync(
        "calculateDeliveryTime.response.xml",
        client => ((ITransitTimeProvider)client).GetTransitTimesAsync(ChronopostContractTests.Rates with { Service = new CarrierService("01") }));

    [VendorSpecFact]
    public Task Proof() => ReadAsync(
        "searchPOD.response.xml",
        client => ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = ChronopostContractTests.Number }),
        new Waiver("searchPODResponse.return.statusCode", "0 in every known answer: errorCode decides"));

    [VendorSpecFact]
    public Task Relays() => ReadAsync("recherchePointChronopost.response.xml", client => FindAsync(client, CountryCode.France), Unread);

    [VendorSpecFact]
    public Task Relays_abroad() => ReadAsync("recherchePointChronopostInter.response.xml", client => FindAsync(client, CountryCode.Germany), ReadAbroad);

    [VendorSpecFact]
    public Task Relay() => ReadAsync(
        "rechercheDetailPointChronopost.response.xml",
        client => ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = "0000A" }, CountryCode.France));

    [VendorSpecFact]
    public void Every_example_is_claimed() =>
        ExampleFolder.AssertClaimed(VendorSpecs.PathOf("carriers", "chronopost"), Claimed, NotUsed);

    private static Waiver[] ReadAbroad => [new("**.qualiteReponse", "how well Chronopost understood the address")];

    private static Waiver[] Unread =>
    [
        .. ReadAbroad,
        new("**.horairesAsString", "the spans say it"),
        new("**.typeDePoint", "what was asked for"),
    ];

    private static Task<IReadOnlyList<PickupPoint>> FindAsync(ICarrierClient client, CountryCode country)
    {
        var near = new Address { Line1 = "5 avenue de l'Exemple", City = "Lyon", PostalCode = "69002", Country = country };
        return ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = near });
    }

    private static async Task ReadAsync<T>(string file, Func<ICarrierClient, Task<T>> call, params Waiver[] waivers)
    {
        using var edge = new ExampleEdge("text/xml; charset=utf-8");
        await using var provider = ChronopostContractTests.Provide(edge);
        var client = provider.GetRequiredKeyedService<ICarrierClient>("chronopost");

        await ExampleAnswers.ReadWithoutLossAsync(
            ChronopostContractTests.Example(file),
            async body =>
            {
                edge.Answer = request => request.Content!.ReadAsStringAsync().Result.Contains("getReservedSkybill", StringComparison.Ordinal)
                    && !file.StartsWith("getReserved", StringComparison.Ordinal)
                    ? ChronopostContractTests.AnswerTo("getReservedSkybillWithTypeAndMode")
                    : body;
                return await ExampleAnswers.TryAsync(async () => await call(client));
            },
            waivers);
    }
}
