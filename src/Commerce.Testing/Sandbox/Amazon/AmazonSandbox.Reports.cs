using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class AmazonSandbox
{
    private const string ListingsReport = "GET_MERCHANT_LISTINGS_ALL_DATA";

    private readonly Dictionary<string, StoredReport> _reports = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _returns = [];

    /// <summary>Lets a buyer send something back to an external-fulfilment location.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="sku">The item.</param>
    /// <param name="quantity">How many.</param>
    /// <returns>The return's key.</returns>
    public string BuyerReturns(string orderId, string sku, int quantity)
    {
        lock (Gate)
        {
            var id = NextId("return-");
            _returns.Add(new JsonObject
            {
                ["id"] = id,
                ["returnLocationId"] = "sandbox-location",
                ["merchantSku"] = sku,
                ["returnType"] = "CUSTOMER",
                ["numberOfUnits"] = quantity,
                ["status"] = "CREATED",
                ["fulfillmentLocationId"] = "sandbox-location",
                ["creationDateTime"] = Text(Clock.GetUtcNow()),
                ["lastUpdatedDateTime"] = Text(Clock.GetUtcNow()),
                ["returnMetadata"] = new JsonObject { ["returnReason"] = "NoLongerNeeded", ["rmaId"] = $"rma-{id}" },
                ["returnShippingInfo"] = new JsonObject { ["reverseTrackingInfo"] = new JsonObject { ["carrierName"] = "UPS", ["trackingId"] = $"BACK-{id}" } },
                ["marketplaceChannelDetails"] = new JsonObject { ["customerOrderId"] = orderId, ["channelSku"] = sku },
            });
            return id;
        }
    }

    private void MapReports(IEndpointRouteBuilder routes)
    {
        Guarded(routes, "POST", "reports/2021-06-30/reports", "create-report", 0.0167, 15, CreateReportAsync);
        Guarded(routes, "GET", "reports/2021-06-30/reports/{id}", "get-report", 2, 15, GetReportAsync);
        Guarded(routes, "GET", "reports/2021-06-30/documents/{id}", "get-report-document", 0.0167, 15, context => LinkAsync(context, "reportDocumentId"));
        Guarded(routes, "GET", "externalFulfillment/2024-09-11/returns", "list-returns", 2, 10, ListReturnsAsync);
        Guarded(routes, "GET", "externalFulfillment/2024-09-11/returns/{id}", "find-return", 2, 10, FindReturnAsync);
        Guarded(routes, "GET", "sellers/v1/marketplaceParticipations", "list-stores", 0.016, 15, context => PayloadAsync(context, new JsonArray(new JsonObject
        {
            ["marketplace"] = new JsonObject
            {
                ["id"] = MarketplaceId, ["countryCode"] = "FR", ["name"] = "Amazon.fr", ["defaultCurrencyCode"] = "EUR", ["defaultLanguageCode"] = "fr_FR", ["domainName"] = "www.amazon.fr",
            },
            ["storeName"] = "Sandbox",
            ["participation"] = new JsonObject { ["isParticipating"] = true, ["hasSuspendedListings"] = false },
        })));
        Guarded(routes, "POST", "tokens/2021-03-01/restrictedDataToken", "restricted-token", 1, 10, RestrictedTokenAsync);
        Guarded(routes, "POST", "batches/products/pricing/2022-05-01/offer/featuredOfferExpectedPrice", "expected-prices", 0.033, 1, ExpectedPricesAsync);
        Guarded(routes, "GET", "fba/inventory/v1/summaries", "list-fba-stock", 2, 2, context => SandboxJson.WriteAsync(context, 200, new JsonObject
        {
            ["payload"] = new JsonObject
            {
                ["granularity"] = new JsonObject { ["granularityType"] = "Marketplace", ["granularityId"] = MarketplaceId }, ["inventorySummaries"] = new JsonArray(),
            },
        }));
    }

    private async Task RestrictedTokenAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (!body.At("restrictedResources").Items().Any())
        {
            await ErrorAsync(context, 400, "InvalidRequest", "Request is missing or has invalid parameters", "Resource not provided.").ConfigureAwait(false);
            return;
        }

        string token;
        lock (Gate)
        {
            token = NextId("Atz.sprdt|sandbox-");
            _tokens[token] = (SellerScope, Clock.GetUtcNow() + TokenLifetime);
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject { ["restrictedDataToken"] = token, ["expiresIn"] = (int)TokenLifetime.TotalSeconds }).ConfigureAwait(false);
    }

    private async Task CreateReportAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var type = body.At("reportType").Text();
        if (!type.StartsWith("GET_", StringComparison.Ordinal) || !body.At("marketplaceIds").Items().Any())
        {
            await ErrorAsync(context, 400, "400", "Invalid input", "Invalid input").ConfigureAwait(false);
            return;
        }

        string id;
        lock (Gate)
        {
            id = NextId("ID");
            _reports[id] = new StoredReport(type, Clock.GetUtcNow()) { ReadyAt = Clock.GetUtcNow() + FeedTime };
        }

        await SandboxJson.WriteAsync(context, 202, new JsonObject { ["reportId"] = id }).ConfigureAwait(false);
    }

    private Task GetReportAsync(HttpContext context)
    {
        var id = Route(context, "id");
        JsonObject? answer = null;
        lock (Gate)
        {
            if (_reports.TryGetValue(id, out var report))
            {
                var isReady = report.ReadyAt <= Clock.GetUtcNow();
                if (isReady && report.DocumentId is null && report.Type == ListingsReport)
                {
                    report.DocumentId = NextId("report-");
                    var rows = _listings.Select(static listing => string.Create(CultureInfo.InvariantCulture, $"{listing.Key}\t{listing.Value.Price:0.00}\t{listing.Value.Quantity}\n"));
                    _documents[report.DocumentId] = new StoredDocument("text/plain", DateTimeOffset.MinValue) { Content = Encoding.UTF8.GetBytes("seller-sku\tprice\tquantity\n" + string.Concat(rows)) };
                }

                // A report without anything to tell is cancelled, as Amazon does.
                answer = new JsonObject
                {
                    ["reportId"] = id,
                    ["reportType"] = report.Type,
                    ["createdTime"] = Text(report.CreatedAt),
                    ["processingStatus"] = !isReady ? "IN_PROGRESS" : report.DocumentId is null ? "CANCELLED" : "DONE",
                };
                if (report.DocumentId is not null)
                {
                    answer["reportDocumentId"] = report.DocumentId;
                }
            }
        }

        return answer is null ? ErrorAsync(context, 404, "404", "The report was not found.") : SandboxJson.WriteAsync(context, 200, answer);
    }

    private Task ListReturnsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var max = int.TryParse(query["maxResults"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 10;
        _ = int.TryParse(query["nextToken"], NumberStyles.None, CultureInfo.InvariantCulture, out var start);
        var body = new JsonObject();
        lock (Gate)
        {
            body["returns"] = new JsonArray([.. _returns.Skip(start).Take(max).Select(static entry => entry.DeepClone())]);
            if (start + max < _returns.Count)
            {
                body["nextToken"] = (start + max).ToString(CultureInfo.InvariantCulture);
            }
        }

        return SandboxJson.WriteAsync(context, 200, body);
    }

    private Task FindReturnAsync(HttpContext context)
    {
        JsonNode? found;
        lock (Gate)
        {
            found = _returns.Find(entry => entry.At("id").Text() == Route(context, "id"))?.DeepClone();
        }

        return found is null ? ErrorAsync(context, 404, "NotFound", "The return was not found.") : SandboxJson.WriteAsync(context, 200, found);
    }

    private async Task ExpectedPricesAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        var answers = new JsonArray();
        lock (Gate)
        {
            foreach (var request in body.At("requests").Items())
            {
                var isKnown = _listings.TryGetValue(request.At("sku").Text(), out var listing);
                answers.Add((JsonNode)new JsonObject
                {
                    ["status"] = new JsonObject { ["statusCode"] = isKnown ? 200 : 400, ["reasonPhrase"] = isKnown ? "Success" : "Client Error" },
                    ["headers"] = new JsonObject(),
                    ["body"] = isKnown
                        ? new JsonObject
                        {
                            ["featuredOfferExpectedPriceResults"] = new JsonArray(new JsonObject
                            {
                                ["featuredOfferExpectedPrice"] = new JsonObject { ["listingPrice"] = new JsonObject { ["amount"] = listing!.Price, ["currencyCode"] = "EUR" } },
                                ["resultStatus"] = "VALID_FOEP",
                            }),
                        }
                        : new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = "INVALID_SKU", ["message"] = "The requested SKU does not exist for the seller." }) },
                });
            }
        }

        await SandboxJson.WriteAsync(context, 200, new JsonObject { ["responses"] = answers }).ConfigureAwait(false);
    }

    private sealed class StoredReport(string type, DateTimeOffset createdAt)
    {
        internal string Type => type;

        internal DateTimeOffset CreatedAt => createdAt;

        internal DateTimeOffset ReadyAt { get; set; }

        internal string? DocumentId { get; set; }
    }
}
