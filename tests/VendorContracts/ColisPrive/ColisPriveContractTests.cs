using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Commerce.Carriers;
using Commerce.Carriers.ColisPrive;
using Commerce.VendorContracts.Soap;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.ColisPrive;

/// <summary>Every request against Colis Privé's own WSDL, answered with the examples of its folder.</summary>
public sealed class ColisPriveContractTests
{
    internal static readonly TrackingRequest Number = new() { TrackingNumber = new TrackingNumber("A0000000000169002") };

    internal static readonly Party Someone = new()
    {
        Contact = new Contact { Name = "Zoe Martin", Company = "Lampes", Phone = PhoneNumber.Parse("+33612345678"), Email = EmailAddress.Parse("test@example.com") },
        Address = new Address { Line1 = "12 rue des Essais", City = "Lyon", PostalCode = "69002", Country = CountryCode.France },
    };

    [VendorSpecFact]
    public async Task Every_request_keeps_the_contract()
    {
        using var edge = new Edge(new SoapContract(VendorSpecs.PathOf("carriers", "colisprive", "wscp.wsdl")));
        await using var provider = Provide(edge);
        var client = (IColisPriveCarrierClient)provider.GetRequiredKeyedService<ICarrierClient>("colis_prive");

        await client.TestAsync();
        var shipment = await client.CreateShipmentAsync(Shipment("HOME"));
        await client.CreateShipmentAsync(Shipment("RELAY") with
        {
            PickupPoint = new PickupPointReference { Id = "00042" },
            Options = new ShipmentOptions { Signature = true, CashOnDelivery = Money.Eur(12) },
            VendorFields = new Dictionary<string, string> { ["AutoPrintPDF"] = "1", ["CntrCode"] = "C1", ["SendType"] = "a", ["SendName"] = "b", ["DlvrComments"] = "c" },
        });
        var report = await client.TrackAsync(Number);
        var cancelled = await ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(Number.TrackingNumber.Value) });
        var manifest = await ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") });
        var container = await client.CreateContainerAsync(new LabelSpecification());
        var days = await client.GetDeliveryDaysAsync(Number);
        await client.DeliverAgainAsync(Number, new DateOnly(2026, 3, 5), Someone, toThirdParty: true);
        var points = await client.GetPickupPointsAsync(Number);
        var point = await ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = "00000" }, CountryCode.France);
        await client.SendToPickupPointAsync(Number, new PickupPointReference { Id = "00000" }, Someone.Contact);

        Assert.True(edge.Violations.Count == 0, string.Join('\n', edge.Violations));
        Assert.Equal(11, edge.Operations.Count);
        Assert.Equal("A0000000000169002", shipment.Value.Id.Value);
        Assert.Equal(TrackingStatus.OutForDelivery, report!.Status);
        Assert.True(cancelled.Value.IsComplete);
        Assert.Equal("S00000001", manifest.Value[0].Number);
        Assert.Equal("C00000001", container.Value.Code);
        Assert.Equal(new ColisPriveDeliverySlot(new DateOnly(2026, 3, 5), "AM"), Assert.Single(days.Value));
        Assert.Equal(45.7578m, Assert.Single(points.Value).Point.Latitude);
        Assert.Equal("RELAIS EXEMPLE", point!.Name);
    }

    internal static ServiceProvider Provide(DelegatingHandler edge, bool newer = false)
    {
        var services = new ServiceCollection();
        services.AddColisPriveCarrier(options =>
        {
            options.BaseAddress = new Uri("http://colisprive.example/");
            (options.UserName, options.Password, options.CustomerCode, options.AccountId) = ("user", "secret-word", "A0", "000");
            (options.RelayDestinationType, options.UseNewerContract) = ("RELAIS", newer);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }

    internal static ShipmentRequest Shipment(string service) => new()
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService(service),
        Sender = Someone,
        Recipient = Someone,
        Parcels = [new Parcel { Weight = Weight.FromKilograms(1.25m) }],
    };

    private sealed class Edge(SoapContract contract) : DelegatingHandler
    {
        internal List<string> Violations { get; } = [];

        internal HashSet<string> Operations { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                return Answer(request, "%PDF-1.4"u8.ToArray(), "application/pdf");
            }

            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Violations.AddRange(contract.Violations(body, []));
            using var stream = new MemoryStream(body);
            var operation = XDocument.Load(stream).Descendants().First(element => element.Name.LocalName == "Body").Elements().Single().Name;
            Operations.Add(operation.LocalName);
            if (request.Headers.GetValues("SOAPAction").Single() != $"\"{operation.NamespaceName}{operation.LocalName}\"")
            {
                Violations.Add($"SOAPAction of {operation.LocalName}");
            }

            return Answer(request, File.ReadAllBytes(VendorSpecs.PathOf("carriers", "colisprive", operation.LocalName + ".response.xml")), "text/xml");
        }

        private static HttpResponseMessage Answer(HttpRequestMessage request, byte[] bytes, string type) => new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        };
    }
}
