using System.Globalization;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Amazon;

namespace Commerce.VendorContracts.Amazon;

/// <summary>Makes of a pair of the contract the call of the public client that asks Amazon for it.</summary>
internal static class AmazonCalls
{
    /// <summary>The operations that the client does not call, and why.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NotCalled = new Dictionary<string, string>
    {
        ["getSubscription"] = "getSubscriptions tells the same, and pages.",
        ["getDestination"] = "getDestinations tells all of them.",
        ["getAccount"] = "The seller's own address is nobody's business here; getMarketplaceParticipations tells the stores.",
        ["getReportSchedules"] = "Schedules are made in Seller Central, or by asking for a report.",
        ["createReportSchedule"] = "Schedules are made in Seller Central, or by asking for a report.",
        ["cancelReportSchedule"] = "Schedules are made in Seller Central, or by asking for a report.",
        ["getReportSchedule"] = "Schedules are made in Seller Central, or by asking for a report.",
        ["searchDefinitionsProductTypes"] = "Product facts are not covered.",
        ["getDefinitionsProductType"] = "Product facts are not covered.",
        ["getPricing"] = "Prices are read by version 2022-05-01.",
        ["getCompetitivePricing"] = "Prices are read by version 2022-05-01.",
        ["getListingOffers"] = "Prices are read by version 2022-05-01.",
        ["getItemOffers"] = "Prices are read by version 2022-05-01.",
        ["getItemOffersBatch"] = "Prices are read by version 2022-05-01.",
        ["getListingOffersBatch"] = "Prices are read by version 2022-05-01.",
        ["getOrders"] = "Orders are read by version 2026-01-01.",
        ["getOrderBuyerInfo"] = "Orders are read by version 2026-01-01.",
        ["getOrderAddress"] = "Orders are read by version 2026-01-01.",
        ["getOrderItems"] = "Orders are read by version 2026-01-01.",
        ["getOrderItemsBuyerInfo"] = "Orders are read by version 2026-01-01.",
        ["getOrderRegulatedInfo"] = "Regulated goods are not covered.",
        ["updateVerificationStatus"] = "Regulated goods are not covered.",
    };

    /// <summary>The parameters that a caller of the client cannot give as the pair has them, and why. The answer is replayed all the same.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NotSaid = new Dictionary<string, string>
    {
        ["includedData"] = "The client asks for what it reads.",
        ["createdAfter=TEST_CASE_400"] = "A time is a time.",
        ["lastUpdatedAfter=1110-13-89T43:99:99Z"] = "A time is a time.",
        ["lastUpdatedAfter"] = "Deprecated by createdSince, which the client sends.",
        ["shipDate"] = "A time is a time.",
        ["marketplaceIds=invalid"] = "A store that Amazon does not have is refused when the host starts.",
        ["feedType"] = "Only kinds of feeds that still exist are sent.",
        ["contentType"] = "Follows from the kind of feed.",
        ["sellerId"] = "The account's own.",
    };

    private static readonly Sku AnySku = new("GM-ZDPI-9B4E");

    internal static Task<object?> MakeAsync(AmazonPair pair, IAmazonMarketplaceClient client) => pair.Operation switch
    {
        "searchOrders" => SearchAsync(pair, client),
        "getOrder" when pair.Path.Contains("2026", StringComparison.Ordinal) => Boxed(client.FindOrderAsync(new(pair.Text("orderId") ?? "123-4567890-1234567"))),
        "confirmShipment" => Boxed(ShipAsync(pair, client)),
        "updateShipmentStatus" => Boxed(client.UpdatePickupAsync(new("902-1106328-1059050"), AmazonPickupState.ReadyForPickup, [])),
        "getListingsItem" => Boxed(client.FindOfferAsync(new OfferKey(SkuOf(pair)))),
        "searchListingsItems" => FirstPageAsync(((IOfferReader)client).ListOffers(new OfferQuery
        {
            Skus = [.. (pair.List("identifiers") ?? []).Select(sku => new Sku(sku))], PageSize = int.Parse(pair.Text("pageSize") ?? "20", CultureInfo.InvariantCulture),
        })),
        "patchListingsItem" when pair.Text("mode") is not null => Boxed(((IOfferPreview)client).PreviewPricesAsync([Price(pair)])),
        "patchListingsItem" => Boxed(client.UpdatePricesAsync([Price(pair)])),
        "putListingsItem" when pair.Text("mode") is not null => Boxed(((IOfferPreview)client).PreviewOffersAsync([Draft(pair)])),
        "putListingsItem" => Boxed(((IOfferWriter)client).PutOffersAsync([Draft(pair)])),
        "deleteListingsItem" => Boxed(((IOfferWriter)client).EndOffersAsync([new OfferKey(SkuOf(pair))])),
        "createFeedDocument" or "createFeed" => Boxed(client.UpdateStockAsync([new StockChange { Sku = AnySku, Quantity = 1 }])),
        "getFeed" or "getFeedDocument" => Boxed(client.GetBatchAsync(Batch(pair.Text("feedId") ?? "1"))),
        "getFeeds" => FirstPageAsync(client.ListFeeds(new AmazonFeedQuery
        {
            Types = pair.List("feedTypes") ?? ["JSON_LISTINGS_FEED"], States = pair.List("processingStatuses") ?? [], PageSize = int.Parse(pair.Text("pageSize") ?? "100", CultureInfo.InvariantCulture),
        })),
        "cancelFeed" => Boxed(client.CancelFeedAsync(new(pair.Text("feedId")!))),
        "createReport" => Boxed(client.RequestReportAsync(new AmazonReportRequest
        {
            Type = pair.Body()!["reportType"]!.ToString(), Since = Time(pair.Body()!["dataStartTime"]!.ToString()), MarketplaceIds = [.. pair.Body()!["marketplaceIds"]!.AsArray().Select(store => store!.ToString())],
        })),
        "getReport" => Boxed(client.FindReportAsync(pair.Text("reportId")!)),
        "getReports" => FirstPageAsync(client.ListReports(new AmazonReportQuery { Types = pair.List("reportTypes")!, States = pair.List("processingStatuses")! })),
        "cancelReport" => Boxed(client.CancelReportAsync(pair.Text("reportId") ?? "BADID1")),
        "getReportDocument" => Text(client.ReadReportAsync(pair.Text("reportDocumentId")!)),
        "createRestrictedDataToken" => TokenAsync(pair, client),
        "listReturns" => FirstPageAsync(client.ListReturns(new AmazonReturnQuery
        {
            RmaId = pair.Text("rmaId"), ReturnLocationId = pair.Text("returnLocationId"), State = pair.Text("status"), CreatedSince = Time(pair.Text("lastUpdatedAfter")),
        })),
        "getReturn" => Boxed(client.FindReturnAsync(new(pair.Text("returnId") ?? "return-1"))),
        "getMarketplaceParticipations" => Boxed(client.ListStoresAsync()),
        "getFeaturedOfferExpectedPriceBatch" => Boxed(client.GetExpectedPricesAsync(
            [.. (pair.Body()?["requests"]?.AsArray() ?? Requests(pair)).Select(request => new OfferKey(new(request!["sku"]?.ToString() ?? "MY_SKU")))])),
        "getCompetitiveSummary" => Boxed(client.GetCompetitivePricesAsync(
            [.. (pair.Body()?["requests"]?.AsArray() ?? Requests(pair)).Select(request => request!["asin"]?.ToString() ?? "ASIN")])),
        "rotateApplicationClientSecret" => DoneAsync(client.RotateClientSecretAsync()),
        "getInventorySummaries" => FirstPageAsync(client.ListFbaStock(new AmazonFbaQuery())),
        _ => AmazonMessageCalls.MakeAsync(pair, client),
    };

    internal static async Task<object?> Boxed<T>(Task<T> call) => await call;

    internal static async Task<object?> FirstPageAsync<T>(Paged<T> list)
    {
        await foreach (var page in list.PagesAsync())
        {
            return page;
        }

        return null;
    }

    private static JsonArray Requests(AmazonPair pair) => [.. pair.Answer!["responses"]!.AsArray().Select(answer => (answer!["request"] ?? answer["body"])!.DeepClone())];

    private static async Task<object?> DoneAsync(Task call)
    {
        await call;
        return null;
    }

    private static async Task<object?> Text(Task<ReadOnlyMemory<byte>> call) => System.Text.Encoding.UTF8.GetString((await call).Span);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static Sku SkuOf(AmazonPair pair) => pair.Text("sku") is { } sku ? new Sku(sku) : AnySku;

    private static PriceChange Price(AmazonPair pair) => new() { Sku = SkuOf(pair), Price = new Money(129.90m, Currency.Usd) };

    private static OfferDraft Draft(AmazonPair pair) => new()
    {
        Sku = SkuOf(pair), ProductId = "B071VG5N9D", ProductIdType = "ASIN", Price = new Money(129.90m, Currency.Usd), Quantity = 1, Condition = "new_new",
    };

    private static OfferBatch Batch(string id) =>
        new() { Id = new BatchId(id), Kind = OfferBatchKind.Stock, State = OfferBatchState.Running, Keys = [new OfferKey(AnySku)] };

    private static async Task<object?> SearchAsync(AmazonPair pair, IAmazonMarketplaceClient client)
    {
        var since = Time(pair.Text("createdAfter"));
        ContinuationToken? from = pair.Text("paginationToken") is { } token ? new ContinuationToken($"c|{since:O}||{token}") : null;
        return await client.ReadOrdersAsync(new OrderQuery { CreatedSince = since }, from);
    }

    private static async Task<object?> TokenAsync(AmazonPair pair, IAmazonMarketplaceClient client)
    {
        var resources = pair.Body()!["restrictedResources"]!.AsArray().Select(entry => new AmazonRestrictedResource(entry!["method"]!.ToString(), entry["path"]!.ToString()));
        var token = await client.CreateRestrictedTokenAsync([.. resources], pair.Body()!["targetApplication"]?.ToString());
        return (token.Token.Reveal(), token.Lifetime);
    }

    private static Task<Outcome<OrderShipped>> ShipAsync(AmazonPair pair, IAmazonMarketplaceClient client)
    {
        var package = pair.Body()!["packageDetail"]!;
        return client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new(pair.Text("orderId")!),
            Parcels =
            [
                new MarketplaceParcel
                {
                    Reference = package["packageReferenceId"]!.ToString(),
                    CarrierCode = package["carrierCode"]!.ToString(),
                    CarrierName = package["carrierName"]!.ToString(),
                    Service = package["shippingMethod"]!.ToString(),
                    TrackingNumber = package["trackingNumber"]!.ToString(),
                    ShippedAt = Time(package["shipDate"]!.ToString()),
                    Lines =
                    [
                        .. package["orderItems"]!.AsArray().Select(item => new ParcelLine
                        {
                            LineId = new(item!["orderItemId"]!.ToString()),
                            Quantity = (int)item["quantity"]!,
                            Identifiers = [.. (item["transparencyCodes"]?.AsArray() ?? []).Select(code => new ItemIdentifier(ItemIdentifierKind.TransparencyCode, code!.ToString()))],
                        }),
                    ],
                },
            ],
            VendorFields = new Dictionary<string, string> { ["shipFromSupplySourceId"] = package["shipFromSupplySourceId"]!.ToString() },
        });
    }
}
