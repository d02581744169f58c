using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.VendorContracts.Soap;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Dpd;

/// <summary>Every SOAP request, header included, against the WSDL and XSD files of EPrint, WebTrace and the Shipper Webservices, and against their sample requests.</summary>
public sealed class DpdSoapContractTests
{
    [VendorSpecFact]
    public Task Cancellation_keeps_the_contract() => CheckAsync(
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(DpdSamples.Number.Value) }),
        "eprint-fr/terminateShipment.request.xml");

    [VendorSpecFact]
    public Task Tracking_keeps_the_contract() => CheckAsync(Track, "eprint-fr/getShipmentTrace.request.xml");

    [VendorSpecFact]
    public Task Finding_keeps_the_contract() => CheckAsync(
        client => ((IShipmentFinder)client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1") }));

    [VendorSpecFact]
    public Task Proof_of_delivery_keeps_the_contract() => CheckAsync(
        client => ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = DpdSamples.Number }));

    [VendorSpecFact]
    public Task Tracking_by_the_shipper_webservices_keeps_the_contract() => CheckAsync(
        Track, true, "shipper-soap/getAuth.request.xml", "shipper-soap/getTrackingData.request.xml");

    [VendorSpecFact]
    public Task Pickup_points_of_the_shipper_webservices_keep_the_contract() => CheckAsync(
        client => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = DpdSamples.Shipment.Recipient.Address }),
        true,
        "shipper-soap/findParcelShops.request.xml");

    [VendorSpecFact]
    public Task Predict_of_eprint_keeps_the_contract() => CheckEPrintAsync(
        client => client.CreateShipmentAsync(DpdSamples.EPrint with { Service = new CarrierService("327") }), "createShipmentWithLabelsBc.predict.request.xml");

    [VendorSpecFact]
    public Task Delivery_to_a_shop_by_eprint_keeps_the_contract() => CheckEPrintAsync(
        client => client.CreateShipmentAsync(DpdSamples.EPrint with { Service = new CarrierService("337"), PickupPoint = new PickupPointReference { Id = "P00000" } }),
        "createShipmentWithLabelsBc.relay.request.xml");

    [VendorSpecFact]
    public Task Shipment_of_eprint_with_every_option_keeps_the_contract() => CheckEPrintAsync(client => client.CreateShipmentAsync(DpdSamples.EPrint with
    {
        Options = new ShipmentOptions { InsuredValue = Money.Eur(250), NotifyBySms = true, ReturnLabel = true },
        VendorFields = new Dictionary<string, string> { ["digicode1"] = "1", ["digicode2"] = "2", ["intercomid"] = "3", ["expireOffset"] = "60" },
    }));

    [VendorSpecFact]
    public Task Return_of_eprint_keeps_the_contract() => CheckEPrintAsync(client => ((IReturnLabelClient)client).CreateReturnAsync(
        DpdSamples.EPrint with { Service = new CarrierService("332"), Options = new ShipmentOptions { InsuredValue = Money.Eur(250), NotifyByEmail = true } }));

    [VendorSpecFact]
    public Task Label_of_eprint_keeps_the_contract() => CheckEPrintAsync(
        client => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId(DpdSamples.Number.Value) }), "getLabelBc.request.xml");

    internal static byte[] Example(string name) => File.ReadAllBytes(VendorSpecs.PathOf("carriers", "dpd", name));

    private static Task Track(ICarrierClient client) => client.TrackAsync(new TrackingRequest { TrackingNumber = DpdSamples.Number });

    private static Task CheckAsync(Func<ICarrierClient, Task> call, params string[] samples) => CheckAsync(call, isShipper: false, samples);

    private static Task CheckEPrintAsync(Func<ICarrierClient, Task> call, params string[] samples) =>
        CheckAsync(call, isShipper: false, isEPrint: true, [.. samples.Select(sample => "eprint-fr/" + sample)]);

    private static Task CheckAsync(Func<ICarrierClient, Task> call, bool isShipper, params string[] samples) => CheckAsync(call, isShipper, isEPrint: false, samples);

    private static async Task CheckAsync(Func<ICarrierClient, Task> call, bool isShipper, bool isEPrint, string[] samples)
    {
        string Path(params string[] file) => VendorSpecs.PathOf("carriers", "dpd", file);
        using var edge = new DpdSoapEdge(new SoapContract(
            Path("eprint-fr", "eprintwebservice.wsdl"), Path("eprint-fr", "webtrace.wsdl"), Path("shipper-soap", "LoginServiceV21.xsd"),
            Path("shipper-soap", "ParcelLifecycleServiceV20.xsd"), Path("shipper-soap", "ParcelShopFinderServiceV50.xsd"), Path("shipper-soap", "Authentication20.xsd")));
        await using var provider = DpdSamples.Provide(edge, change: options =>
        {
            options.UseEPrintForLabels = isEPrint;
            options.WebTracePassword = isShipper ? "" : options.WebTracePassword;
            options.MyPudoKey = isShipper ? "" : options.MyPudoKey;
            options.ShipperDelisId = options.ShipperPassword = isShipper ? "DELISID0" : "";
        });

        await call(provider.GetRequiredKeyedService<ICarrierClient>("dpd"));

        Assert.True(edge.Violations.Count == 0, string.Join('\n', edge.Violations));
        Assert.NotEmpty(edge.Envelopes);
        Assert.Equal(isShipper ? ["TOKEN"] : [], edge.Envelopes.SelectMany(envelope => envelope.Descendants("authToken")).Select(token => token.Value));
        foreach (var sample in samples)
        {
            using var stream = new MemoryStream(Example(sample));
            Assert.Empty(Leaves(XElement.Load(stream)).Except(edge.Envelopes.SelectMany(Leaves)));
        }
    }

    // Empty elements say nothing, and a reference as a barcode is nothing that anybody asks for.
    private static IEnumerable<string> Leaves(XElement root) => root.DescendantsAndSelf()
        .Where(element => !element.HasElements && element.Value.Length > 0 && element.Parent!.Name.LocalName != "referenceInBarcode")
        .Select(element => string.Join('/', element.AncestorsAndSelf().Reverse().Select(part => part.Name))).Distinct();
}
