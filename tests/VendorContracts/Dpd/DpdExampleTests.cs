using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Carriers;
using Commerce.Carriers.Dpd;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Dpd;

/// <summary>DPD's own example answers.</summary>
public sealed class DpdExampleTests
{
    private static readonly Waiver[] ShipperLabels =
    [
        new("storeOrders", "labels come from the META-API: the Shipper Webservices track and list points"),
        new("endOfDay", "labels come from the META-API, which has no end of day"),
    ];

    [VendorSpecFact]
    public void Every_example_is_claimed()
    {
        ExampleFolder.AssertClaimed(
            VendorSpecs.PathOf("carriers", "dpd", "meta-api"),
            ["shipment.classic.request.json", "shipment.multiParcel.request.json", "shipment.cod.request.json", "shipment.pickup.request.json", "shipment.response.json",
            "label.request.json", "label.response.json", "pickupscheduling.request.json", "pickupscheduling.response.json", "colreq.samples.json", "error.json", "meta-api-openapi.json"]);
        ExampleFolder.AssertClaimed(
            VendorSpecs.PathOf("carriers", "dpd", "eprint-fr"),
            ["createShipmentWithLabelsBc.predict.request.xml", "createShipmentWithLabelsBc.relay.request.xml", "createShipmentWithLabelsBc.response.xml",
            "getLabelBc.request.xml", "getLabelBc.response.xml", "terminateShipment.request.xml", "terminateShipment.response.xml", "fault.response.xml", "getShipmentTrace.request.xml", "getShipmentTrace.response.xml"]);
        ExampleFolder.AssertClaimed(VendorSpecs.PathOf("carriers", "dpd", "mypudo"), ["GetPudoList.response.xml"]);
        ExampleFolder.AssertClaimed(
            VendorSpecs.PathOf("carriers", "dpd", "shipper-soap"),
            ["findParcelShops.request.xml", "findParcelShops.response.xml", "getAuth.request.xml", "getAuth.response.xml", "getTrackingData.request.xml", "getTrackingData.response.xml", "fault.response.xml"],
            ShipperLabels);
    }

    [VendorSpecFact]
    public Task Shipment() => ReadAsync(
        Example("meta-api/shipment.response.json"),
        client => client.CreateShipmentAsync(DpdSamples.TwoParcels),
        new Waiver("networkShipmentId", "parcels have network numbers of their own, and nothing asks for the shipment's"),
        new Waiver("parcelBarcodes.parcel", "for labels of one's own layout; ours come printed"),
        new Waiver("parcelBarcodes.barcode", "for labels of one's own layout; ours come printed"),
        new Waiver("parcelBarcodes.reference", "what was sent"),
        new Waiver("label.media-type", "no help: the bytes tell"));

    [VendorSpecFact]
    public Task Label() => ReadAsync(
        Example("meta-api/label.response.json"), client => DpdSamples.LabelAsync(client), new Waiver("label.mediaType", "no help: the bytes tell"));

    [VendorSpecFact]
    public Task Collection() => ReadAsync(
        Example("meta-api/pickupscheduling.response.json"),
        client => ((IPickupScheduler)client).BookPickupAsync(DpdSamples.Pickup),
        new Waiver("scheduledPickupResponse.statusCode", "read where it tells of a failure: here is a reference"),
        new Waiver("scheduledPickupResponse.statusDescription", "the reason of a refusal: here is none"));

    [VendorSpecFact]
    public Task Collection_at_a_third_party() => ReadAsync(
        Encoding.UTF8.GetBytes(JsonNode.Parse(Example("meta-api/colreq.samples.json"))!["response"]!.ToJsonString()), client => DpdSamples.CollectAsync(client));

    [VendorSpecFact]
    public async Task Error()
    {
        var outcome = (Outcome<Shipment>)(await ReadAsync(
            Example("meta-api/error.json"),
            client => client.CreateShipmentAsync(DpdSamples.Shipment),
            HttpStatusCode.BadRequest,
            new Waiver("errorOrigin", "whose fault it is changes nothing for the caller")))!;

        Assert.Equal("COMMON_2", outcome.Refusal!.VendorCode);
    }

    [VendorSpecFact]
    public Task Tracking() => ReadAsync(
        Example("eprint-fr/getShipmentTrace.response.xml"),
        Track,
        new Waiver("getShipmentTraceResponse.getShipmentTraceResult.ShipmentNumber", "the number that was asked for"),
        new Waiver("getShipmentTraceResponse.getShipmentTraceResult.Weight", "a parcel is followed, not weighed"));

    [VendorSpecFact]
    public Task Shipment_of_eprint() => ReadAsync(
        Example("eprint-fr/createShipmentWithLabelsBc.response.xml"),
        client => client.CreateShipmentAsync(DpdSamples.EPrint),
        HttpStatusCode.OK,
        UseEPrint,
        new Waiver("CreateShipmentWithLabelsBcResponse.CreateShipmentWithLabelsBcResult.shipments.ShipmentBc.Shipment.BarcodeSource", "where the number comes from"),
        new Waiver("CreateShipmentWithLabelsBcResponse.CreateShipmentWithLabelsBcResult.shipments.ShipmentBc.Shipment.BarCode", "for labels of one's own layout; ours come printed"),
        new Waiver("CreateShipmentWithLabelsBcResponse.CreateShipmentWithLabelsBcResult.shipments.ShipmentBc.Type", "read where it tells of a return"),
        new Waiver("CreateShipmentWithLabelsBcResponse.CreateShipmentWithLabelsBcResult.labels.Label.type", "read where it tells of a return or a proof"));

    [VendorSpecFact]
    public Task Label_of_eprint() => ReadAsync(
        Example("eprint-fr/getLabelBc.response.xml"),
        client => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId(DpdSamples.Number.Value) }),
        HttpStatusCode.OK,
        UseEPrint,
        new Waiver("GetLabelBcResponse.GetLabelBcResult.labels.Label.type", "read where it tells of a return or a proof"));

    [VendorSpecFact]
    public async Task Cancellation()
    {
        var edge = new ExampleEdge("text/xml; charset=utf-8") { Answer = _ => Example("eprint-fr/terminateShipment.response.xml") };
        await using var provider = DpdSamples.Provide(edge);

        // The answer is empty: there is nothing to lose.
        var outcome = await VoidAsync(provider.GetRequiredKeyedService<ICarrierClient>("dpd"));

        Assert.True(outcome.Value.IsComplete);
    }

    [VendorSpecFact]
    public async Task Fault()
    {
        var outcome = (Outcome<VoidConfirmation>)(await ReadAsync(
            Example("eprint-fr/fault.response.xml"),
            VoidAsync,
            HttpStatusCode.InternalServerError,
            new Waiver("Fault.faultcode", "the code in the detail says more"),
            new Waiver("Fault.faultstring", "repeated in the detail")))!;

        Assert.Equal("InvalidWeight", outcome.Refusal!.VendorCode);
    }

    [VendorSpecFact]
    public Task Pickup_points() => ReadAsync(
        Example("mypudo/GetPudoList.response.xml"),
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = DpdSamples.Shipment.Recipient.Address }),
        new Waiver("PUDO_ITEM.ORDER", "the distance orders them"),
        new Waiver("PUDO_ITEM.PUDO_TYPE", "its numbers are not public"),
        new Waiver("", "the request's own name, below the root"));

    [VendorSpecFact]
    public Task Tracking_by_the_shipper_webservices() => ReadAsync(
        Example("shipper-soap/getTrackingData.response.xml"),
        Track,
        HttpStatusCode.OK,
        UseShipper,
        new Waiver("**.bold", "how a page shows it"),
        new Waiver("**.paragraph", "how a page shows it"),
        new Waiver("**.showContactInfo", "how a page shows it"),
        new Waiver("**.isCurrentStatus", "the latest date tells"),
        new Waiver("getTrackingDataResponse.trackingresult.shipmentInfo.status", "read where no state is reached: here are four"),
        new Waiver("getTrackingDataResponse.trackingresult.shipmentInfo.statusHasBeenReached", "read where no state is reached: here are four"));

    [VendorSpecFact]
    public Task Pickup_points_of_the_shipper_webservices() => ReadAsync(
        Example("shipper-soap/findParcelShops.response.xml"),
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = DpdSamples.Shipment.Recipient.Address }),
        HttpStatusCode.OK,
        options =>
        {
            UseShipper(options);
            options.MyPudoKey = "";
        },
        new Waiver("findParcelShopsResponse.parcelShop.parcelShopId", "read where there is no pudoId, the number that labels ask for"));

    [VendorSpecFact]
    public async Task Shipper_fault()
    {
        var failure = (CommerceException)(await ReadAsync(
            Example("shipper-soap/fault.response.xml"),
            Track,
            HttpStatusCode.InternalServerError,
            UseShipper,
            new Waiver("Fault.faultcode", "the code in the detail says more"),
            new Waiver("Fault.faultstring", "the text in the detail says more")))!;

        Assert.Equal((CommerceErrorKind.Unauthorized, "DELICOM_ERR_AUTHENTICATION"), (failure.Kind, failure.VendorCode));
    }

    private static byte[] Example(string name) => DpdSoapContractTests.Example(name);

    private static void UseEPrint(DpdCarrierOptions options) => options.UseEPrintForLabels = true;

    private static void UseShipper(DpdCarrierOptions options) =>
        (options.WebTracePassword, options.ShipperDelisId, options.ShipperPassword) = ("", "DELISID0", "invented-secret");

    private static Task<TrackingReport?> Track(ICarrierClient client) => client.TrackAsync(new TrackingRequest { TrackingNumber = DpdSamples.Number });

    private static Task<Outcome<VoidConfirmation>> VoidAsync(ICarrierClient client) =>
        ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(DpdSamples.Number.Value) });

    private static Task<object?> ReadAsync<T>(byte[] example, Func<ICarrierClient, Task<T>> call, params Waiver[] waivers) =>
        ReadAsync(example, call, HttpStatusCode.OK, null, waivers);

    private static Task<object?> ReadAsync<T>(byte[] example, Func<ICarrierClient, Task<T>> call, HttpStatusCode status, params Waiver[] waivers) =>
        ReadAsync(example, call, status, null, waivers);

    private static async Task<object?> ReadAsync<T>(
        byte[] example, Func<ICarrierClient, Task<T>> call, HttpStatusCode status, Action<DpdCarrierOptions>? change, params Waiver[] waivers)
    {
        using var edge = new DpdExampleEdge(status);
        await using var provider = DpdSamples.Provide(edge, change: change);
        var client = provider.GetRequiredKeyedService<ICarrierClient>("dpd");
        return await ExampleAnswers.ReadWithoutLossAsync(
            example,
            async body =>
            {
                edge.Body = body;
                return await ExampleAnswers.TryAsync(async () => await call(client));
            },
            waivers);
    }
}
