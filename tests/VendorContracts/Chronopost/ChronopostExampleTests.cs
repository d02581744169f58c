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
        "cancelSkybill.request.xml", "cancelSkybill.ok.response.xml", "cancelSkybill.error.response.xml",
    ];

    private static readonly Waiver[] NotYet =
    [
        .. new[]
        {
            "annulerEnlevements", "calculateDeliveryTime", "creerEnlevementNational", "quickCost", "rechercheDetailPointChronopost",
            "recherchePointChronopost", "searchPOD", "shippingMultiParcelV4.relay", "trackSearch",
        }.Select(operation => new Waiver(operation, "this version of the client does not have it: Capabilities says so")),
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
    public void Every_example_is_claimed() =>
        ExampleFolder.AssertClaimed(VendorSpecs.PathOf("carriers", "chronopost"), Claimed, NotYet);

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
