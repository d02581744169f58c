using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Commerce.Carriers;
using Commerce.Http;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.FedEx;

/// <summary>
/// The upload of papers, which is multipart: Prism does not look into its parts, so that the names of the parts and of the members are
/// compared with FedEx's full example here.
/// </summary>
public sealed class FedExUploadContractTests
{
    private const string Answer =
        """{"output":{"meta":{"documentType":"CI","docId":"090927d680038c61","folderId":["0b0493e580dc1a1b"]}},"customerTransactionId":"1"}""";

    [VendorSpecFact]
    public async Task Upload_has_the_parts_and_members_of_the_contract()
    {
        byte[]? sent = null;
        using var edge = new ExampleEdge("application/json")
        {
            Answer = request =>
            {
                if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
                {
                    return Encoding.UTF8.GetBytes(FedExContractTests.Token);
                }

                Assert.Equal("/documents/v1/etds/upload", request.RequestUri.AbsolutePath);
                sent = request.Content!.ReadAsByteArrayAsync().Result;
                return Encoding.UTF8.GetBytes(Answer);
            },
        };
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = new Uri("http://fedex.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "700257037");
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();

        var uploaded = await ((ITradeDocumentClient)provider.GetRequiredKeyedService<ICarrierClient>("fedex")).UploadTradeDocumentAsync(new TradeDocument
        {
            FileName = "invoice.pdf",
            MediaType = "application/pdf",
            Content = "%PDF-1.4"u8.ToArray(),
            VendorType = "COMMERCIAL_INVOICE",
            Origin = CountryCode.UnitedStates,
            Destination = CountryCode.France,
        });

        Assert.Equal("090927d680038c61", uploaded.Value.Id);
        var parts = Multipart.Parse(sent!)!;
        var names = Regex.Matches(Encoding.UTF8.GetString(sent!), "[; ]name=\"?([a-z]+)\"?", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
        Assert.Equal(["attachment", "document"], names.Order(StringComparer.Ordinal));
        var ours = JsonNode.Parse(Assert.Single(parts, part => part.Content.Span.StartsWith("{"u8)).Content.Span)!.AsObject();
        Assert.Empty(Members(ours).Except(Members(Example("Full-Schema"))));
        Assert.Empty(Members(Example("MinimumSamplePayload--PreShipment")).Except(Members(ours)));
    }

    // Written as "document: {…}", a line for each part.
    private static JsonObject Example(string name)
    {
        var contract = JsonNode.Parse(File.ReadAllBytes(VendorSpecs.PathOf("carriers", "fedex", "trade-documents.json")))!;
        var text = (string)contract["paths"]!["/documents/v1/etds/upload"]!["post"]!["requestBody"]!["content"]!["multipart/form-data"]!["examples"]![name]!["value"]!;
        return JsonNode.Parse(text[(text.IndexOf('{', StringComparison.Ordinal))..(text.LastIndexOf('}') + 1)])!.AsObject();
    }

    private static IEnumerable<string> Members(JsonObject node) => node.SelectMany(member =>
        member.Value is JsonObject inner ? Members(inner).Select(name => $"{member.Key}.{name}") : [member.Key]);
}
