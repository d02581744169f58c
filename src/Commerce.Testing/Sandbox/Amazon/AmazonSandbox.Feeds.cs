using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Testing.Sandbox;

public sealed partial class AmazonSandbox
{
    private static readonly TimeSpan FeedTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LinkTime = TimeSpan.FromMinutes(5);
    private static readonly string[] FeedTypes = ["JSON_LISTINGS_FEED", "POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA", "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA"];

    private readonly Dictionary<string, StoredDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredFeed> _feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _refunds = new(StringComparer.Ordinal);

    /// <summary>Gets how many feeds were sent, by kind.</summary>
    public IReadOnlyDictionary<string, int> FeedsSent
    {
        get
        {
            lock (Gate)
            {
                return _feeds.Values.GroupBy(static feed => feed.Type).ToDictionary(static kind => kind.Key, static kind => kind.Count());
            }
        }
    }

    private void MapFeeds(IEndpointRouteBuilder routes)
    {
        Guarded(routes, "POST", "feeds/2021-06-30/documents", "create-feed-document", 0.5, 15, CreateDocumentAsync);
        Guarded(routes, "POST", "feeds/2021-06-30/feeds", "create-feed", 0.0083, 15, CreateFeedAsync);
        Guarded(routes, "GET", "feeds/2021-06-30/feeds/{id}", "get-feed", 2, 15, GetFeedAsync);
        Guarded(routes, "GET", "feeds/2021-06-30/feeds", "list-feeds", 0.0222, 10, ListFeedsAsync);
        Guarded(routes, "DELETE", "feeds/2021-06-30/feeds/{id}", "cancel-feed", 2, 15, CancelFeedAsync);
        Guarded(routes, "GET", "feeds/2021-06-30/documents/{id}", "get-feed-document", 0.0222, 10, context => LinkAsync(context, "feedDocumentId"));
        Operation(routes, "PUT", "documents/{id}", "upload-document", UploadAsync);
        Operation(routes, "GET", "documents/{id}", "download-document", DownloadAsync);
    }

    private string LinkTo(HttpContext context, string id) => $"{context.Request.Scheme}://{context.Request.Host}/{Name}/documents/{id}?X-Amz-Expires=300";

    private async Task CreateDocumentAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        if (body.At("contentType").Text() is not { Length: > 0 } type)
        {
            await ErrorAsync(context, 400, "400", "Invalid input", "Invalid input").ConfigureAwait(false);
            return;
        }

        string id;
        lock (Gate)
        {
            id = NextId("amzn1.tortuga.sandbox.");
            _documents[id] = new StoredDocument(type, Clock.GetUtcNow() + LinkTime);
        }

        await SandboxJson.WriteAsync(context, 201, new JsonObject { ["feedDocumentId"] = id, ["url"] = LinkTo(context, id) }).ConfigureAwait(false);
    }

    private async Task UploadAsync(HttpContext context)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted).ConfigureAwait(false);
        lock (Gate)
        {
            // The link is signed for one type of content and lives five minutes; a token has no place here.
            var isGood = _documents.TryGetValue(Route(context, "id"), out var document)
                && document.Until > Clock.GetUtcNow()
                && document.Type == context.Request.ContentType
                && !context.Request.Headers.ContainsKey("x-amz-access-token");
            context.Response.StatusCode = isGood ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
            if (isGood)
            {
                document!.Content = content.ToArray();
            }
        }
    }

    private async Task DownloadAsync(HttpContext context)
    {
        byte[]? content;
        lock (Gate)
        {
            content = _documents.TryGetValue(Route(context, "id"), out var document) && document.Until > Clock.GetUtcNow() ? document.Content : null;
        }

        context.Response.StatusCode = content is null ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
        if (content is not null)
        {
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private Task LinkAsync(HttpContext context, string name)
    {
        var id = Route(context, "id");
        JsonObject? body = null;
        lock (Gate)
        {
            if (_documents.TryGetValue(id, out var document))
            {
                document.Until = Clock.GetUtcNow() + LinkTime;
                body = new JsonObject { [name] = id, ["url"] = LinkTo(context, id) };
                if (document.IsPacked)
                {
                    body["compressionAlgorithm"] = "GZIP";
                }
            }
        }

        return body is null ? ErrorAsync(context, 400, "400", "Invalid input", "Invalid input") : SandboxJson.WriteAsync(context, 200, body);
    }

    private async Task CreateFeedAsync(HttpContext context)
    {
        var body = await SandboxJson.ReadAsync(context).ConfigureAwait(false);
        string? id = null;
        lock (Gate)
        {
            if (FeedTypes.Contains(body.At("feedType").Text()) && body.At("marketplaceIds").Items().Any(store => store.Text() == MarketplaceId)
                && _documents.TryGetValue(body.At("inputFeedDocumentId").Text(), out var document) && document.Content is not null)
            {
                id = NextId("3485");
                _feeds[id] = new StoredFeed(id, body.At("feedType").Text(), document.Content, Clock.GetUtcNow());
            }
        }

        await (id is null
            ? ErrorAsync(context, 400, "400", "Invalid input", "Invalid input")
            : SandboxJson.WriteAsync(context, 202, new JsonObject { ["feedId"] = id })).ConfigureAwait(false);
    }

    private Task GetFeedAsync(HttpContext context)
    {
        JsonObject? feed = null;
        lock (Gate)
        {
            if (_feeds.TryGetValue(Route(context, "id"), out var found))
            {
                Work(found);
                feed = found.ToJson(MarketplaceId);
            }
        }

        return feed is null ? ErrorAsync(context, 400, "400", "Invalid input", "Invalid input") : SandboxJson.WriteAsync(context, 200, feed);
    }

    private Task ListFeedsAsync(HttpContext context)
    {
        var types = context.Request.Query["feedTypes"].ToString().Split(',');
        JsonArray feeds;
        lock (Gate)
        {
            foreach (var feed in _feeds.Values)
            {
                Work(feed);
            }

            feeds = new JsonArray([.. _feeds.Values.Where(feed => types.Contains(feed.Type)).Reverse().Select(feed => (JsonNode)feed.ToJson(MarketplaceId))]);
        }

        return SandboxJson.WriteAsync(context, 200, new JsonObject { ["feeds"] = feeds });
    }

    private Task CancelFeedAsync(HttpContext context)
    {
        var isCancelled = false;
        lock (Gate)
        {
            if (_feeds.TryGetValue(Route(context, "id"), out var feed) && feed.State == "IN_QUEUE")
            {
                feed.State = "CANCELLED";
                isCancelled = true;
            }
        }

        return isCancelled ? SandboxJson.WriteAsync(context, 200, new JsonObject()) : ErrorAsync(context, 400, "400", "Invalid input", "Invalid input");
    }

    private void Work(StoredFeed feed)
    {
        if (feed.CreatedAt + FeedTime <= Clock.GetUtcNow())
        {
            Finish(feed);
        }
    }

    private void Finish(StoredFeed feed)
    {
        if (feed.State != "IN_QUEUE")
        {
            return;
        }

        var isJson = feed.Type == "JSON_LISTINGS_FEED";
        var report = isJson ? RunListings(feed) : RunFlatFile(feed);
        feed.State = report is null ? "FATAL" : "DONE";
        if (report is not null)
        {
            feed.ResultId = NextId("report-");
            _documents[feed.ResultId] = new StoredDocument(isJson ? "application/json" : "text/plain", DateTimeOffset.MinValue)
            {
                Content = isJson ? Pack(report) : Encoding.UTF8.GetBytes(report),
                IsPacked = isJson,
            };
        }

        Push("FEED_PROCESSING_FINISHED", new JsonObject
        {
            ["feedProcessingFinishedNotification"] = new JsonObject
            {
                ["sellerId"] = SellerId, ["feedId"] = feed.Id, ["feedType"] = feed.Type, ["processingStatus"] = feed.State, ["resultFeedDocumentId"] = feed.ResultId,
            },
        });
    }

    private string? RunListings(StoredFeed feed)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(feed.Content);
        }
        catch (JsonException)
        {
            return null;
        }

        if (root.At("header", "sellerId").Text() != SellerId)
        {
            return null;
        }

        var issues = new JsonArray();
        var messages = root.At("messages").Items().ToList();
        foreach (var message in messages)
        {
            var sku = message.At("sku").Text();
            var issue = message.At("operationType").Text() switch
            {
                "PATCH" => Patch(sku, message.At("patches").Items(), isPreview: false),
                "UPDATE" => Put(sku, message.At("attributes"), isPreview: false),
                "DELETE" => _listings.Remove(sku) ? null : ("90001", "The SKU is not in the catalogue of the seller.", "sku"),
                _ => ("90002", "The operation is not known.", "operationType"),
            };
            if (issue is var (code, words, attribute))
            {
                issues.Add((JsonNode)new JsonObject
                {
                    ["messageId"] = message.At("messageId")?.DeepClone(),
                    ["sku"] = sku,
                    ["code"] = code == "UNKNOWN" ? "90001" : code,
                    ["severity"] = "ERROR",
                    ["message"] = words,
                    ["attributeName"] = attribute,
                });
            }
        }

        var invalid = issues.Count;
        return new JsonObject
        {
            ["header"] = new JsonObject { ["sellerId"] = SellerId, ["version"] = "2.0", ["feedId"] = feed.Id },
            ["issues"] = issues,
            ["summary"] = new JsonObject
            {
                ["errors"] = invalid, ["warnings"] = 0, ["messagesProcessed"] = messages.Count, ["messagesAccepted"] = messages.Count - invalid, ["messagesInvalid"] = invalid,
            },
        }.ToJsonString();
    }

    private string? RunFlatFile(StoredFeed feed)
    {
        var rows = Encoding.UTF8.GetString(feed.Content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static row => row.Split('\t')).ToList();
        if (rows.Count < 2)
        {
            return null;
        }

        var isRefund = feed.Type == "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA";
        var errors = new StringBuilder();
        var refused = 0;
        for (var number = 1; number < rows.Count; number++)
        {
            var cells = rows[number];
            var line = isRefund ? cells[1] : cells[2];
            var problem = !_byId.TryGetValue(cells[0], out var order) || !order.LineIds.Contains(line) ? "The order or the item is not known."
                : isRefund ? Refund(order, line, cells)
                : Cancel(order, line);
            if (problem is not null)
            {
                refused++;
                errors.Append(CultureInfo.InvariantCulture, $"{number}\t{cells[0]}\t{line}\t18028\tError\t{problem}\n");
            }
        }

        var head = $"Feed Processing Summary:\n\tNumber of records processed\t\t{rows.Count - 1}\n\tNumber of records successful\t\t{rows.Count - 1 - refused}\n\n";
        return refused == 0 ? head : head + "original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message\n" + errors;
    }

    private string? Cancel(AmazonState order, string line)
    {
        if (order.Shipped(line) > 0 || !order.CancelledLines.Add(line))
        {
            return "The item is shipped or cancelled already.";
        }

        order.Judge(Clock.GetUtcNow());
        Notify(order, "OrderStatusChange");
        return null;
    }

    private string? Refund(AmazonState order, string line, string[] cells)
    {
        var amount = cells.Skip(4).Sum(static cell => decimal.TryParse(cell.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) ? part : 0);
        var index = order.LineIds.ToList().IndexOf(line);
        var paid = (order.Order.Lines[index].Quantity * order.Order.Lines[index].UnitPrice) + (index == 0 ? order.Order.Shipping : 0);
        var key = $"{order.Id}/{line}";
        if (order.Shipped(line) == 0 || amount <= 0 || _refunds.GetValueOrDefault(key) + amount > paid)
        {
            return "The item is not shipped, or less than that is left.";
        }

        _refunds[key] = _refunds.GetValueOrDefault(key) + amount;
        return null;
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            writer.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private sealed class StoredDocument(string type, DateTimeOffset until)
    {
        internal string Type => type;

        internal DateTimeOffset Until { get; set; } = until;

        internal byte[]? Content { get; set; }

        internal bool IsPacked { get; init; }
    }

    private sealed class StoredFeed(string id, string type, byte[] content, DateTimeOffset createdAt)
    {
        internal string Id => id;

        internal string Type => type;

        internal byte[] Content => content;

        internal DateTimeOffset CreatedAt => createdAt;

        internal string State { get; set; } = "IN_QUEUE";

        internal string? ResultId { get; set; }

        internal JsonObject ToJson(string store)
        {
            var feed = new JsonObject
            {
                ["feedId"] = id, ["feedType"] = type, ["marketplaceIds"] = new JsonArray(store), ["createdTime"] = Text(createdAt), ["processingStatus"] = State,
            };
            if (ResultId is not null)
            {
                feed["resultFeedDocumentId"] = ResultId;
            }

            return feed;
        }
    }
}
