using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Commerce.VendorContracts.Soap;

namespace Commerce.VendorContracts.Dpd;

/// <summary>Checks body, header and SOAPAction of every request, and answers with DPD's own examples, or with the least that the contract allows.</summary>
/// <param name="contract">The contract.</param>
internal sealed class DpdSoapEdge(SoapContract contract) : DelegatingHandler
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    internal List<string> Violations { get; } = [];

    internal List<XElement> Envelopes { get; } = [];

    internal static byte[] AnswerTo(string operation) => operation switch
    {
        "CreateShipmentWithLabelsBc" => DpdSoapContractTests.Example("eprint-fr/createShipmentWithLabelsBc.response.xml"),
        "GetLabelBc" => DpdSoapContractTests.Example("eprint-fr/getLabelBc.response.xml"),
        "CreateReverseInverseShipmentWithLabelsBc" => "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><a xmlns=\"http://www.cargonet.software\"><Shipment><Shipment><BarcodeId>1</BarcodeId></Shipment></Shipment><Label><label>JVBERi0xLjQK</label></Label></a></soap:Body></soap:Envelope>"u8.ToArray(),
        "TerminateShipment" => DpdSoapContractTests.Example("eprint-fr/terminateShipment.response.xml"),
        "getShipmentTrace" => DpdSoapContractTests.Example("eprint-fr/getShipmentTrace.response.xml"),
        "getAuth" => DpdSoapContractTests.Example("shipper-soap/getAuth.response.xml"),
        "findParcelShops" => DpdSoapContractTests.Example("shipper-soap/findParcelShops.response.xml"),
        "getTrackingData" => DpdSoapContractTests.Example("shipper-soap/getTrackingData.response.xml"),
        _ => Encoding.UTF8.GetBytes($"""
            <soap:Envelope xmlns:soap="{Envelope}"><soap:Body><{operation}Response xmlns="http://www.cargonet.software/"><{operation}Result/></{operation}Response></soap:Body></soap:Envelope>
            """),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bytes = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        using var stream = new MemoryStream(bytes);
        var envelope = XElement.Load(stream);
        Envelopes.Add(envelope);
        Violations.AddRange(contract.Violations(bytes, []));
        foreach (var header in envelope.Element(Envelope + "Header")?.Elements() ?? [])
        {
            // The contract describes header elements as it describes bodies.
            var alone = new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", header));
            Violations.AddRange(contract.Violations(Encoding.UTF8.GetBytes(alone.ToString(SaveOptions.DisableFormatting)), []));
        }

        var operation = envelope.Element(Envelope + "Body")!.Elements().Single().Name;
        var action = $"\"{operation.NamespaceName.TrimEnd('/')}/{operation.LocalName}\"";
        if (!request.Headers.TryGetValues("SOAPAction", out var sent) || sent.Single() != action)
        {
            Violations.Add($"SOAPAction is not {action}.");
        }

        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(AnswerTo(operation.LocalName)) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/xml; charset=utf-8");
        return response;
    }
}
