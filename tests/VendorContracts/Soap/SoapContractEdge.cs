using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Soap;

/// <summary>Checks every request against a contract, and answers with the vendor's own examples.</summary>
/// <param name="contract">The contract.</param>
/// <param name="answer">The example for an operation.</param>
/// <param name="waivers">Mistakes of the contract itself.</param>
internal sealed class SoapContractEdge(SoapContract contract, Func<string, byte[]> answer, params Waiver[] waivers) : DelegatingHandler
{
    internal List<string> Violations { get; } = [];

    internal List<XElement> Operations { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        Violations.AddRange(contract.Violations(body, waivers));
        if (!request.Headers.TryGetValues("SOAPAction", out var action) || action.Single() != "\"\"")
        {
            Violations.Add("SOAPAction is not the empty string in quotes.");
        }

        using var stream = new MemoryStream(body);
        var operation = XDocument.Load(stream).Descendants().First(element => element.Name.LocalName == "Body").Elements().Single();
        Operations.Add(operation);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(answer(operation.Name.LocalName)) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/xml; charset=utf-8");
        return response;
    }
}
