using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.Carriers.ColisPrive;
using Commerce.VendorContracts.Examples;
using Commerce.VendorContracts.Soap;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.ColisPrive;

/// <summary>The examples of Colis Privé's folder: answers are read without loss, requests keep the WSDL.</summary>
public sealed class ColisPriveExampleTests
{
    private static readonly string[] Requests =
    [
        "CancelParcel.request.xml", "GetDeliveryCalendar.request.xml", "GetParcel.request.xml", "GetPickupPoint.request.xml", "GetPickupPointsList.request.xml",
        "Set2ndDelivery.request.xml", "SetContainer.request.xml", "SetParcel.request.xml", "SetParcel.relay.request.xml", "SetPickupPointDelivery.request.xml",
        "SetShipment.request.xml", "TestService.request.xml",
    ];

    private static readonly string[] Answers =
    [
        "CancelParcel.response.xml", "GetDeliveryCalendar.response.xml", "GetParcel.response.xml", "GetPickupPoint.response.xml", "GetPickupPointsList.response.xml",
        "Set2ndDelivery.response.xml", "SetContainer.response.xml", "SetParcel.response.xml", "SetParcel.error.response.xml", "SetPickupPointDelivery.response.xml",
        "SetShipment.response.xml", "TestService.response.xml",
    ];

    private static readonly string[] OnManifest = ["OrderID", "DlvrName", "PclAdd.Add1", "PclAdd.City", "PclAdd.Country", "PclShipDate", "PclWeight", "ChargeAmnt"];
    private static readonly string[] Grown = ["SetParcelRequest", "AddressObject", "DeliveryAddressObject"];
    private static readonly PickupPointReference Point = new() { Id = "00000" };
    private static readonly Waiver Ok = new("**.RtnMessage", "OK beside the code 0, which decides");
    private static readonly Waiver[] Mistakes = [new("TestService", "the example has no SecurityID; the WSDL needs it, and it is sent")];

    [VendorSpecFact]
    public Task Connection() => ReadAsync(
        "TestService.response.xml",
        async client =>
        {
            await client.TestAsync();
            return true;
        },
        Ok);

    [VendorSpecFact]
    public Task Parcel() => ReadAsync(
        "SetParcel.response.xml",
        client => client.CreateShipmentAsync(ColisPriveContractTests.Shipment("HOME")),
        Ok,
        new Waiver("SetParcelResponse.SetParcelResult.OrderID", "our own number of the order"),
        new Waiver("SetParcelResponse.SetParcelResult.RegOffCode", "for labels of one's own layout; ours come printed"),
        new Waiver("SetParcelResponse.SetParcelResult.RoundCode", "for labels of one's own layout; ours come printed"),
        new Waiver("SetParcelResponse.SetParcelResult.CABCode", "the label's barcode: the parcel's number with the postal code"));

    [VendorSpecFact]
    public Task Refused_parcel() => ReadAsync(
        "SetParcel.error.response.xml",
        client => client.CreateShipmentAsync(ColisPriveContractTests.Shipment("HOME")),
        new Waiver("SetParcelResponse.SetParcelResult.LabelType", "the WSDL wants a carrier even where there is no parcel"));

    [VendorSpecFact]
    public Task Tracking() => ReadAsync(
        "GetParcel.response.xml",
        client => client.ReadParcelAsync(ColisPriveContractTests.Number),
        Ok,
        new Waiver("GetParcelResponse.GetParcelResult.CPPclCode", "the number that was asked for"));

    [VendorSpecFact]
    public Task Cancellation() => ReadAsync(
        "CancelParcel.response.xml",
        client => ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(ColisPriveContractTests.Number.TrackingNumber.Value) }),
        Ok);

    [VendorSpecFact]
    public Task Closing() => ReadAsync(
        "SetShipment.response.xml",
        client => ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") }),
        [
            Ok,
            .. OnManifest.Select(name => new Waiver("SetShipmentResponse.SetShipmentResult.PclList." + name, "what was sent with the parcel, which the manifest names by its number")),
        ]);

    [VendorSpecFact]
    public Task Container() => ReadAsync("SetContainer.response.xml", client => client.CreateContainerAsync(new LabelSpecification()), Ok);

    [VendorSpecFact]
    public Task Delivery_days() => ReadAsync("GetDeliveryCalendar.response.xml", client => client.GetDeliveryDaysAsync(ColisPriveContractTests.Number), Ok);

    [VendorSpecFact]
    public Task Second_delivery() => ReadAsync(
        "Set2ndDelivery.response.xml",
        client => client.DeliverAgainAsync(ColisPriveContractTests.Number, new DateOnly(2026, 3, 5), ColisPriveContractTests.Someone),
        Ok);

    [VendorSpecFact]
    public Task Pickup_points() => ReadAsync("GetPickupPointsList.response.xml", client => client.GetPickupPointsAsync(ColisPriveContractTests.Number), Ok);

    [VendorSpecFact]
    public Task Pickup_point() => ReadAsync(
        "GetPickupPoint.response.xml", client => ((IPickupPointFinder)client).FindPickupPointAsync(Point, CountryCode.France), Ok);

    [VendorSpecFact]
    public Task Redirection() => ReadAsync(
        "SetPickupPointDelivery.response.xml", client => client.SendToPickupPointAsync(ColisPriveContractTests.Number, Point), Ok);

    [VendorSpecFact]
    public void Requests_of_the_folder_keep_the_contract()
    {
        var contract = new SoapContract(PathOf("wscp.wsdl"));

        Assert.Empty(Requests.SelectMany(file => contract.Violations(File.ReadAllBytes(PathOf(file)), Mistakes)));
        Assert.NotEmpty(contract.Violations(File.ReadAllBytes(PathOf("TestService.request.xml")), []));
    }

    [VendorSpecFact]
    public async Task Newer_contract_sends_every_member_that_was_added_but_times()
    {
        using var edge = new ExampleEdge("text/xml; charset=utf-8");
        var sent = "";
        edge.Answer = request =>
        {
            sent = request.Method == HttpMethod.Get ? sent : request.Content!.ReadAsStringAsync().Result;
            return request.Method == HttpMethod.Get ? "%PDF-1.4"u8.ToArray() : File.ReadAllBytes(PathOf("SetParcel.response.xml"));
        };
        await using var provider = ColisPriveContractTests.Provide(edge, newer: true);
        string[] fields = ["DlvrLng", "DlvrCurrency", "SubAcc", "CodeHub", "SndZC", "HLQ", "Brand"];

        await provider.GetRequiredKeyedService<ICarrierClient>("colis_prive").CreateShipmentAsync(
            ColisPriveContractTests.Shipment("HOME") with { VendorFields = fields.ToDictionary(field => field, _ => "x") });

        var known = XDocument.Load(PathOf("wscp.wsdl")).Descendants(XName.Get("element", "http://www.w3.org/2001/XMLSchema"))
            .Select(element => (string?)element.Attribute("name") ?? "").ToHashSet(StringComparer.Ordinal);
        var newer = XDocument.Parse(sent).Descendants().Where(element => element.Name.NamespaceName == "http://colisprive.com/externe/1.0/")
            .Select(element => element.Name.LocalName).Where(name => !known.Contains(name));
        using var delta = JsonDocument.Parse(File.ReadAllBytes(PathOf("newer-wsdl-delta.json")));
        var added = Grown.SelectMany(type => delta.RootElement.GetProperty(type).EnumerateObject())
            .SelectMany(group => group.Value.EnumerateObject()).Select(member => member.Name);
        Assert.Equal(added.Where(name => name != "TimeInfos").Order(StringComparer.Ordinal), newer.Order(StringComparer.Ordinal));
    }

    [VendorSpecFact]
    public void Every_example_is_claimed() => ExampleFolder.AssertClaimed(
        VendorSpecs.PathOf("carriers", "colisprive"),
        [.. Requests, .. Answers, "newer-wsdl-delta.json"],
        new Waiver("price-grid.template.json", "a form without prices; price lists have a form of their own (Commerce.Carriers, Tariffs)"));

    private static string PathOf(string file) => VendorSpecs.PathOf("carriers", "colisprive", file);

    private static async Task ReadAsync<T>(string file, Func<IColisPriveCarrierClient, Task<T>> call, params Waiver[] waivers)
    {
        using var edge = new ExampleEdge("text/xml; charset=utf-8");
        await using var provider = ColisPriveContractTests.Provide(edge);
        var client = (IColisPriveCarrierClient)provider.GetRequiredKeyedService<ICarrierClient>("colis_prive");

        await ExampleAnswers.ReadWithoutLossAsync(
            File.ReadAllBytes(PathOf(file)),
            async body =>
            {
                // The file behind an address says the address, so that a changed one is another file.
                edge.Answer = request => request.Method == HttpMethod.Get ? Encoding.ASCII.GetBytes($"%PDF-1.4 {request.RequestUri}") : body;
                return await ExampleAnswers.TryAsync(async () => await call(client));
            },
            waivers);
    }
}
