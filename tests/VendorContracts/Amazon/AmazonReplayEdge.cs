using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Commerce.VendorContracts.Amazon;

/// <summary>
/// Plays Amazon for one operation: it gives what a test says (or passes the request on), and for the other calls that the client needs
/// before and after gives answers of a few words.
/// </summary>
/// <param name="isAsked">Tells the requests of the operation.</param>
internal sealed class AmazonReplayEdge(Func<HttpRequestMessage, bool> isAsked) : DelegatingHandler
{
    internal const string Order = """
        {"order":{"orderId":"902-1106328-1059050","createdTime":"2022-02-01T00:00:00Z","lastUpdatedTime":"2022-02-01T00:00:00Z",
        "salesChannel":{"channelName":"AMAZON","marketplaceId":"ATVPDKIKX0DER"},"fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":"MERCHANT"},
        "orderItems":[{"orderItemId":"79039765272157","quantityOrdered":9,"product":{}}]}}
        """;

    /// <summary>Gets or sets what the operation answers; null passes its requests on.</summary>
    internal Func<(int Status, byte[] Body)>? Answer { get; set; }

    /// <summary>Gets the requests of the operation: method, address and body.</summary>
    internal List<(string Method, string Address, string Body)> Asked { get; } = [];

    /// <summary>Gets or sets the key of every uploaded file.</summary>
    internal string UploadId { get; set; } = "upload-1";

    /// <summary>Gets or sets the key of the document that a feed is made of.</summary>
    internal string DocumentId { get; set; } = "d-1";

    /// <summary>Gets or sets the key of the document that tells what became of a feed.</summary>
    internal string ResultId { get; set; } = "r-1";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/auth/o2/token", StringComparison.Ordinal))
        {
            return Make(request, 200, """{"access_token":"Atza|invented","token_type":"bearer","expires_in":3600}""");
        }

        if (isAsked(request))
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Asked.Add((request.Method.Method, Uri.UnescapeDataString(request.RequestUri.PathAndQuery), body));
            return Answer is null ? await base.SendAsync(request, cancellationToken) : Make(request, Answer().Status, Answer().Body);
        }

        var helper = (request.Method.Method, path) switch
        {
            ("PUT", _) => "",
            ("POST", "/feeds/2021-06-30/documents") =>
                new JsonObject { ["feedDocumentId"] = DocumentId, ["url"] = "https://documents.example.com/upload" }.ToJsonString(),
            ("POST", "/feeds/2021-06-30/feeds") => """{"feedId":"1"}""",
            ("GET", var feed) when AmazonPair.Matches("/feeds/2021-06-30/feeds/{id}", feed) =>
                new JsonObject { ["feedId"] = "1", ["processingStatus"] = "DONE", ["resultFeedDocumentId"] = ResultId }.ToJsonString(),
            ("GET", var document) when AmazonPair.Matches("/feeds/2021-06-30/documents/{id}", document) => """{"url":"https://documents.example.com/report"}""",
            ("GET", var order) when AmazonPair.Matches("/orders/2026-01-01/orders/{id}", order) => Order,
            ("GET", var order) when AmazonPair.Matches("/messaging/v1/orders/{id}", order) => Actions(),
            ("POST", var upload) when upload.StartsWith("/uploads/", StringComparison.Ordinal) =>
                new JsonObject { ["payload"] = new JsonObject { ["uploadDestinationId"] = UploadId, ["url"] = "https://documents.example.com/upload" } }.ToJsonString(),
            ("POST", var test) when test.EndsWith("/testNotification", StringComparison.Ordinal) => "{}",
            ("POST", var message) when message.StartsWith("/messaging/", StringComparison.Ordinal) => "{}",
            ("GET", var subscription) when AmazonPair.Matches("/notifications/v1/subscriptions/{type}/{id}", subscription) =>
                """{"payload":{"subscriptionId":"s-1","payloadVersion":"1.0","destinationId":"q-1"}}""",

            // A file tells the address that it was fetched from, so that a lost address shows.
            ("GET", _) => new JsonObject
            {
                ["issues"] = new JsonArray(new JsonObject { ["messageId"] = 1, ["severity"] = "ERROR", ["message"] = request.RequestUri.ToString() }),
                ["summary"] = new JsonObject { ["messagesProcessed"] = 1 },
            }.ToJsonString(),
            _ => throw new InvalidOperationException($"{request.Method} {path} has no answer here."),
        };
        return Make(request, 200, helper);
    }

    private static string Actions()
    {
        string[] names =
        [
            "confirmCustomizationDetails", "confirmDeliveryDetails", "legalDisclosure", "confirmOrderDetails", "confirmServiceDetails", "warranty", "digitalAccessKey",
            "unexpectedProblem", "invoice",
        ];
        return new JsonObject
        {
            ["_links"] = new JsonObject { ["actions"] = new JsonArray([.. names.Select(name => (JsonNode)new JsonObject { ["href"] = "/", ["name"] = name })]) },
        }.ToJsonString();
    }

    private static HttpResponseMessage Make(HttpRequestMessage request, int status, string body) => Make(request, status, Encoding.UTF8.GetBytes(body));

    private static HttpResponseMessage Make(HttpRequestMessage request, int status, byte[] body)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new("application/json");
        return response;
    }
}
