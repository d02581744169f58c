using System.Text;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Amazon;
using Commerce.VendorContracts.Examples;
using Xunit;

namespace Commerce.VendorContracts.Amazon;

/// <summary>
/// Every pair of Amazon's static sandbox, for every operation that the client calls: the call is made of the pair's parameters, the documented
/// answer is given, and is read without loss or becomes a refusal or failure with the documented code. Examples of answers beside them too.
/// </summary>
public sealed partial class AmazonReplayTests
{
    private static readonly Uri Address = new("http://amazon.example/");

    [VendorSpecFact]
    public void Every_pair_is_replayed_or_its_operation_is_set_aside_with_a_reason()
    {
        var all = Directory.GetFiles(AmazonPair.PathOf(), "*.json").SelectMany(file => AmazonPair.Of(Path.GetFileName(file)))
            .Where(pair => pair.Name.Contains("pair", StringComparison.Ordinal)).ToList();

        Assert.Equal((105, 61), (all.Count(pair => !IsNotCalled(pair)), all.Count(IsNotCalled)));
        Assert.Empty(AmazonCalls.NotCalled.Keys.Except(all.Select(pair => pair.Operation)));
    }

    [VendorSpecFact]
    public Task Orders() => ReplayAsync("orders_2026-01-01.json", 8, OrderWaivers);

    [VendorSpecFact]
    public Task Shipping() => ReplayAsync("ordersV0.json", 4);

    [VendorSpecFact]
    public Task Listings() => ReplayAsync("listingsItems_2021-08-01.json", 14, ListingWaivers);

    [VendorSpecFact]
    public Task Feeds() => ReplayAsync("feeds_2021-06-30.json", 12, FeedWaivers);

    [VendorSpecFact]
    public Task Reports() => ReplayAsync("reports_2021-06-30.json", 10, ReportWaivers);

    [VendorSpecFact]
    public Task Messages() => ReplayAsync("messaging.json", 22, LinkWaivers);

    [VendorSpecFact]
    public Task Review_requests() => ReplayAsync("solicitations.json", 2, LinkWaivers);

    [VendorSpecFact]
    public Task Notifications() => ReplayAsync("notifications.json", 7, NotificationWaivers);

    [VendorSpecFact]
    public Task Returns() => ReplayAsync("externalFulfillmentReturns_2024-09-11.json", 17, ReturnWaivers);

    [VendorSpecFact]
    public Task Prices() => ReplayAsync("productPricing_2022-05-01.json", 4, PriceWaivers);

    [VendorSpecFact]
    public Task Restricted_tokens() => ReplayAsync("tokens_2021-03-01.json", 3);

    [VendorSpecFact]
    public Task Stores() => ReplayAsync("sellers.json", 1);

    [VendorSpecFact]
    public Task Secret() => ReplayAsync("application_2023-11-30.json", 1);

    [VendorSpecFact]
    public Task Uploads() => ReplayAsync("uploads_2020-11-01.json", 0, UploadWaivers);

    [VendorSpecFact]
    public async Task The_example_of_a_processing_report()
    {
        using var edge = new AmazonReplayEdge(request => request.RequestUri!.Host == "documents.example.com");
        await using var account = AmazonAccount.Of(Address, null, 1, edge);
        var batch = new OfferBatch
        {
            Id = new BatchId("1"), Kind = OfferBatchKind.Offer, State = OfferBatchState.Running, Keys = [.. "ABCDE".Select(letter => new OfferKey(new($"My-SKU-{letter}")))],
        };
        var result = (OfferBatch)(await ExampleAnswers.ReadWithoutLossAsync(
            AmendedReport(),
            async body =>
            {
                edge.Answer = () => (200, body);
                return await account.Client.GetBatchAsync(batch);
            },
            ProcessingReportWaivers))!;

        Assert.Equal([null, null, null, "90220", "99022"], result.Items.Select(item => item.Refusal?.VendorCode));
    }

    [VendorSpecFact]
    public async Task Every_example_of_a_notification()
    {
        var read = 0;
        await using var account = AmazonAccount.Of(Address, null, 1);
        var reader = (INotificationReader)account.Client;
        foreach (var file in Directory.GetFiles(AmazonPair.PathOf("schemas"), "*Change*.json").Concat(Directory.GetFiles(AmazonPair.PathOf("schemas"), "*Finished*.json")))
        {
            foreach (var example in JsonNode.Parse(await File.ReadAllBytesAsync(file))!["examples"]?.AsArray() ?? [])
            {
                read++;
                var body = Encoding.UTF8.GetBytes(example!.ToJsonString());
                var notification = reader.Read(body).Value;
                var inner = example.ToJsonString();
                Assert.Equal((notification.Raw, true), (inner, inner.Contains($"\"{notification.Id}\"", StringComparison.Ordinal)));
                Assert.True(notification.Type switch
                {
                    "ORDER_CHANGE" => notification.OrderId?.Value == "903-8868176-2219830",
                    "FEED_PROCESSING_FINISHED" => notification.BatchId?.Value == "53347018456",
                    var type when type.StartsWith("LISTINGS_ITEM", StringComparison.Ordinal) => notification.Sku?.Value == "NLS-SHOES-03",
                    _ => true,
                }, notification.ToString());
            }
        }

        Assert.Equal(8, read);
    }

    /// <summary>The example counts four messages; a fifth was deleted from it, as its numbers tell.</summary>
    private static byte[] AmendedReport()
    {
        var report = JsonNode.Parse(File.ReadAllBytes(AmazonPair.PathOf("schemas", "listings-feed-processing-report-schema-v2.example.json")))!;
        report["summary"]!["messagesProcessed"] = 5;
        return Encoding.UTF8.GetBytes(report.ToJsonString());
    }

    private static async Task ReplayAsync(string file, int expected, params Waiver[] waivers)
    {
        var pairs = AmazonPair.Of(file).Where(pair => !IsNotCalled(pair)).ToList();
        var problems = new List<string>();
        var used = new HashSet<string>();
        foreach (var pair in pairs)
        {
            try
            {
                await ReplayAsync(pair, waivers, used);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                problems.Add($"{pair.Name}: {exception.GetType().Name} {exception.Message}");
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
        Assert.Equal(expected, pairs.Count(pair => pair.Name.Contains("pair", StringComparison.Ordinal)));
        Assert.Equal([], waivers.Select(waiver => waiver.Path).Except(used));
    }

    private static bool IsNotCalled(AmazonPair pair) => pair.Path.Contains("/orders/v0/", StringComparison.Ordinal) && pair.Operation == "getOrder"
        || AmazonCalls.NotCalled.ContainsKey(pair.Operation);

    private static async Task ReplayAsync(AmazonPair pair, Waiver[] waivers, HashSet<string> used)
    {
        using var edge = new AmazonReplayEdge(pair.IsMadeBy)
        {
            UploadId = pair.Body()?["attachments"]?[0]?["uploadDestinationId"]?.ToString() ?? "upload-1",
            DocumentId = pair.Body()?["inputFeedDocumentId"]?.ToString() ?? "d-1",
            ResultId = pair.Text("feedDocumentId") ?? "r-1",
        };
        string[]? stores = pair.List("marketplaceIds") is { } told && told[0] != "invalid" ? told : null;
        await using var account = AmazonAccount.Of(Address, stores, pair.Operation.Contains("Feed", StringComparison.Ordinal) ? 1 : 20, edge);
        Task<object?> ReadAsync(byte[] body)
        {
            edge.Answer = () => (pair.Status, body);
            return ExampleAnswers.TryAsync(() => AmazonCalls.MakeAsync(pair, account.Client));
        }

        var answer = pair.Answer is null ? [] : Encoding.UTF8.GetBytes(pair.Answer.ToJsonString());
        var result = await ReadAsync(answer);
        Assert.NotEmpty(edge.Asked);
        CheckRequest(pair, edge.Asked[0]);
        if (pair.Status >= 400)
        {
            Assert.Equal(pair.Answer!["errors"]![0]!["code"]!.ToString(), CodeOf(result));
            return;
        }

        Assert.False(result is CommerceException, (result as CommerceException)?.Message);
        if (pair.Answer is JsonObject { Count: > 0 })
        {
            // A waiver that waives nothing is looked for over all pairs of the file.
            var here = BodyValues.Of(answer).Select(value => value.Path).Distinct().ToList();
            var whole = Shape.Of(result);
            var lost = new List<string>();
            foreach (var path in BodyValues.Of(answer).GroupBy(value => value.Path))
            {
                var isRead = false;
                foreach (var (_, changed) in path)
                {
                    isRead |= Shape.Of(await ReadAsync(changed)) != whole;
                }

                if (!isRead)
                {
                    lost.Add(path.Key);
                }
            }

            used.UnionWith(waivers.Where(waiver => lost.Exists(waiver.Covers)).Select(waiver => waiver.Path));
            lost.RemoveAll(path => waivers.Any(waiver => waiver.Covers(path)));
            Assert.True(lost.Count == 0, $"{lost.Count} of {here.Count} values are lost:\n{string.Join('\n', lost)}");
        }
    }

    /// <summary>What the pair asks for is what was asked for, but where a caller cannot say it.</summary>
    private static void CheckRequest(AmazonPair pair, (string Method, string Address, string Body) asked)
    {
        foreach (var (name, value) in pair.Parameters.Where(parameter => parameter.Value is JsonValue or JsonArray))
        {
            var text = value is JsonArray list ? list[0]!.ToString() : value.ToString();
            Assert.True(
                AmazonCalls.NotSaid.ContainsKey(name) || AmazonCalls.NotSaid.ContainsKey($"{name}={text}") || asked.Address.Contains(text, StringComparison.Ordinal),
                $"{name}={text} was not asked for: {asked.Address}");
        }

        if (pair.Body() is JsonObject body && asked.Body.Length > 0 && pair.Status < 300)
        {
            foreach (var (path, _) in BodyValues.Of(Encoding.UTF8.GetBytes(body.ToJsonString())))
            {
                var expected = path.Split('.').Aggregate((JsonNode?)body, Step);
                var sent = path.Split('.').Aggregate(JsonNode.Parse(asked.Body), Step);
                Assert.True(AmazonCalls.NotSaid.ContainsKey(path.Split('.')[^1]) || IsSame(expected, sent) || IsNotForPrices(pair, path), $"{path} is {expected?.ToJsonString()} in the pair, and was sent as {sent?.ToJsonString()}.");
            }
        }
    }

    private static bool IsNotForPrices(AmazonPair pair, string path) => pair.Path.Contains("/pricing/", StringComparison.Ordinal)
        && (path.Contains("segment", StringComparison.Ordinal) || path.Contains("lowestPriced", StringComparison.Ordinal) || path.EndsWith("marketplaceId", StringComparison.Ordinal)
            || path.EndsWith("includedData", StringComparison.Ordinal));

    private static JsonNode? Step(JsonNode? node, string name) => (node is JsonArray list ? list[0] : node)?[name];

    private static bool IsSame(JsonNode? expected, JsonNode? sent) => JsonNode.DeepEquals(expected, sent)
        || (expected is JsonArray one && sent is JsonArray other && JsonNode.DeepEquals(one[0], other[0]))
        || (DateTimeOffset.TryParse(expected?.ToString(), out var first) && DateTimeOffset.TryParse(sent?.ToString(), out var second) && first == second);

    private static string? CodeOf(object? result) => result switch
    {
        CommerceException failure => failure.VendorCode,
        OfferBatch batch => batch.Items[0].Refusal?.VendorCode,
        OfferPreview preview => preview.Items[0].Refusal?.VendorCode,
        null => null,
        _ => (result.GetType().GetProperty("Refusal")?.GetValue(result) as Refusal)?.VendorCode,
    };
}
