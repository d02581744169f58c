using System.Text;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Amazon;
using Xunit;

namespace Commerce.VendorContracts.Amazon;

/// <summary>Every request of every operation against Amazon's own contracts, played by Prism.</summary>
public sealed class AmazonContractTests(AmazonMocks amazon) : IClassFixture<AmazonMocks>
{
    private static readonly MarketplaceOrderId Order = new("902-1106328-1059050");
    private static readonly Sku AnySku = new("GM ZDPI/9B4E+1");
    private static readonly DateTimeOffset Since = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [VendorSpecFact]
    public async Task Orders_keep_the_contract()
    {
        const string File = "orders_2026-01-01.json";
        await CheckAsync(File, "GET", "/orders/2026-01-01/orders", client => client.ReadOrdersAsync(
            new OrderQuery { ChangedSince = Since, ChangedUntil = Since.AddDays(1), States = [MarketplaceOrderState.ReadyToShip, MarketplaceOrderState.Cancelled] }));
        await CheckAsync(File, "GET", "/orders/2026-01-01/orders", client => client.ReadOrdersAsync(
            new OrderQuery { CreatedSince = Since, CreatedUntil = Since.AddDays(1) }, new ContinuationToken($"c|{Since:O}||next")));
        await CheckAsync(File, "GET", "/orders/2026-01-01/orders/{orderId}", client => client.FindOrderAsync(Order));
    }

    [VendorSpecFact]
    public async Task Shipments_keep_the_contract()
    {
        const string File = "ordersV0.json";
        await CheckAsync(File, "POST", "/orders/v0/orders/{orderId}/shipmentConfirmation", client => client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = Order,
            Parcels =
            [
                new MarketplaceParcel
                {
                    TrackingNumber = "P1", CarrierName = "House Fleet", Service = "Express",
                    Lines = [new ParcelLine { LineId = new("79039765272157"), Quantity = 1, Identifiers = [new ItemIdentifier(ItemIdentifierKind.TransparencyCode, "T1")] }],
                },
            ],
            VendorFields = new Dictionary<string, string> { ["codCollectionMethod"] = "DirectPayment", ["shipFromSupplySourceId"] = "s-1" },
        }));
        await CheckAsync(File, "POST", "/orders/v0/orders/{orderId}/shipment", client => client.UpdatePickupAsync(
            Order, AmazonPickupState.PickedUp, [new ParcelLine { LineId = new("79039765272157"), Quantity = 1 }]));
    }

    [VendorSpecFact]
    public async Task Listings_keep_the_contract()
    {
        const string File = "listingsItems_2021-08-01.json";
        const string Item = "/listings/2021-08-01/items/{sellerId}/{sku}";
        var draft = new OfferDraft { Sku = AnySku, ProductId = "4006381333931", Price = new Money(12.5m, Currency.Usd), Quantity = 1, Condition = "new_new", LeadTimeDays = 2 };
        await CheckAsync(File, "GET", "/listings/2021-08-01/items/{sellerId}", client => AmazonCalls.FirstPageAsync(((IOfferReader)client).ListOffers(new OfferQuery())));
        await CheckAsync(File, "GET", "/listings/2021-08-01/items/{sellerId}", client => AmazonCalls.FirstPageAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [AnySku, new("B")] })));
        await CheckAsync(File, "GET", Item, client => client.FindOfferAsync(new OfferKey(AnySku)));
        await CheckAsync(File, "PATCH", Item, client => client.UpdateStockAsync([new StockChange { Sku = AnySku, Quantity = 3 }]));
        await CheckAsync(File, "PATCH", Item, client => client.UpdatePricesAsync([new PriceChange { Sku = AnySku, Price = new Money(12.5m, Currency.Usd) }]));
        await CheckAsync(File, "PATCH", Item, client => ((IOfferPreview)client).PreviewPricesAsync([new PriceChange { Sku = AnySku, Price = new Money(12.5m, Currency.Usd) }]));
        await CheckAsync(File, "PUT", Item, client => ((IOfferWriter)client).PutOffersAsync([draft]));
        await CheckAsync(File, "PUT", Item, client => ((IOfferPreview)client).PreviewOffersAsync([draft]));
        await CheckAsync(File, "DELETE", Item, client => ((IOfferWriter)client).EndOffersAsync([new OfferKey(AnySku)]));
    }

    [VendorSpecFact]
    public async Task Feeds_keep_the_contract()
    {
        const string File = "feeds_2021-06-30.json";
        StockChange[] changes = [new StockChange { Sku = AnySku, Quantity = 3 }];
        var batch = new OfferBatch { Id = new BatchId("1"), Kind = OfferBatchKind.Stock, State = OfferBatchState.Running, Keys = [new OfferKey(AnySku)] };
        await CheckAsync(File, "POST", "/feeds/2021-06-30/documents", client => client.UpdateStockAsync(changes), feedFrom: 1);
        await CheckAsync(File, "POST", "/feeds/2021-06-30/feeds", client => client.UpdateStockAsync(changes), feedFrom: 1);
        await CheckAsync(File, "POST", "/feeds/2021-06-30/feeds", client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = Order, Reason = CancellationReason.OutOfStock }));
        await CheckAsync(File, "GET", "/feeds/2021-06-30/feeds/{feedId}", client => client.GetBatchAsync(batch));
        await CheckAsync(File, "GET", "/feeds/2021-06-30/documents/{feedDocumentId}", client => client.GetBatchAsync(batch));
        await CheckAsync(File, "GET", "/feeds/2021-06-30/feeds", client => AmazonCalls.FirstPageAsync(client.ListFeeds(new AmazonFeedQuery { Types = ["JSON_LISTINGS_FEED"], States = ["DONE"], CreatedSince = Since })));
        await CheckAsync(File, "DELETE", "/feeds/2021-06-30/feeds/{feedId}", client => client.CancelFeedAsync(new("1")));
    }

    [VendorSpecFact]
    public async Task Reports_keep_the_contract()
    {
        const string File = "reports_2021-06-30.json";
        await CheckAsync(File, "POST", "/reports/2021-06-30/reports", client => client.RequestReportAsync(new AmazonReportRequest
        {
            Type = AmazonReportRequest.Returns, Since = Since, Until = Since.AddDays(1), Options = new Dictionary<string, string> { ["a"] = "b" },
        }));
        await CheckAsync(File, "GET", "/reports/2021-06-30/reports/{reportId}", client => client.FindReportAsync("1"));
        await CheckAsync(File, "GET", "/reports/2021-06-30/reports", client => AmazonCalls.FirstPageAsync(client.ListReports(new AmazonReportQuery { Types = [AmazonReportRequest.Returns], States = ["DONE"], CreatedSince = Since })));
        await CheckAsync(File, "DELETE", "/reports/2021-06-30/reports/{reportId}", client => client.CancelReportAsync("1"));
        await CheckAsync(File, "GET", "/reports/2021-06-30/documents/{reportDocumentId}", client => client.ReadReportAsync("1"));
    }

    [VendorSpecFact]
    public async Task Messages_keep_the_contract()
    {
        const string File = "messaging.json";
        const string Root = "/messaging/v1/orders/{amazonOrderId}";
        MessageAttachment[] files = [new("file.txt", "text/plain", "file"u8.ToArray())];
        await CheckAsync(File, "GET", Root, client => client.ListMessageTopicsAsync(Order));
        await CheckAsync(File, "GET", Root + "/attributes", client => client.FindBuyerLocaleAsync(Order));
        foreach (var topic in (string[])["confirmCustomizationDetails", "confirmDeliveryDetails", "confirmOrderDetails", "confirmServiceDetails", "digitalAccessKey", "unexpectedProblem"])
        {
            await CheckAsync(File, "POST", $"{Root}/messages/{topic}", client => ((IMessageSender)client).SendMessageAsync(new SendMessageRequest
            {
                OrderId = Order, Topic = topic, Body = "It leaves tomorrow.", Attachments = topic is "confirmCustomizationDetails" or "digitalAccessKey" ? files : [],
            }));
        }

        await CheckAsync(File, "POST", Root + "/messages/legalDisclosure", client => client.SendLegalDisclosureAsync(Order, files));
        await CheckAsync(File, "POST", Root + "/messages/warranty", client => client.SendWarrantyAsync(Order, files, Since, Since.AddYears(2)));
        await CheckAsync(File, "POST", Root + "/messages/invoice", client => ((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = Order, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "invoice"u8.ToArray() }));
        await CheckAsync("solicitations.json", "GET", "/solicitations/v1/orders/{amazonOrderId}", client => client.CanRequestReviewAsync(Order));
        await CheckAsync("solicitations.json", "POST", "/solicitations/v1/orders/{amazonOrderId}/solicitations/productReviewAndSellerFeedback", client => client.RequestReviewAsync(Order));
    }

    [VendorSpecFact]
    public async Task Notifications_keep_the_contract()
    {
        const string File = "notifications.json";
        const string Root = "/notifications/v1/";
        var id = new NotificationSubscriptionId("ORDER_CHANGE/s-1");
        await CheckAsync(File, "GET", Root + "destinations", client => client.ListQueuesAsync());
        await CheckAsync(File, "POST", Root + "destinations", client => client.CreateQueueAsync(new AmazonQueueRequest { Name = "orders", SqsArn = "arn:aws:sqs:eu-west-3:000000000000:orders" }));
        await CheckAsync(File, "POST", Root + "destinations", client => client.CreateQueueAsync(new AmazonQueueRequest { Name = "orders", EventBridgeAccountId = "000000000000", EventBridgeRegion = "eu-west-3" }));
        await CheckAsync(File, "DELETE", Root + "destinations/{destinationId}", client => client.DeleteQueueAsync("q-1"));
        await CheckAsync(File, "GET", Root + "subscriptions", client => ((INotificationSubscriptions)client).ListSubscriptionsAsync());
        await CheckAsync(File, "POST", Root + "subscriptions/{notificationType}", client => ((INotificationSubscriptions)client).CreateSubscriptionAsync(new NotificationSubscriptionRequest
        {
            Type = "ORDER_CHANGE", Destination = "q-1", VendorFields = new Dictionary<string, string> { ["marketplaceIds"] = "ATVPDKIKX0DER", ["aggregationTimePeriod"] = "FiveMinutes" },
        }));
        await CheckAsync(File, "POST", Root + "subscriptions/{notificationType}", client => ((INotificationSubscriptions)client).CreateSubscriptionAsync(
            new NotificationSubscriptionRequest { Type = "FEED_PROCESSING_FINISHED", Destination = "q-1" }));
        await CheckAsync(File, "DELETE", Root + "subscriptions/{notificationType}/{subscriptionId}", client => ((INotificationSubscriptions)client).DeleteSubscriptionAsync(id));
        await CheckAsync(File, "GET", Root + "subscriptions/{notificationType}/{subscriptionId}", client => ((INotificationSubscriptions)client).TestSubscriptionAsync(id));
        await CheckAsync(File, "POST", Root + "subscriptions/{notificationType}/testNotification", client => ((INotificationSubscriptions)client).TestSubscriptionAsync(id));
    }

    [VendorSpecFact]
    public async Task Everything_else_keeps_the_contract()
    {
        await CheckAsync("externalFulfillmentReturns_2024-09-11.json", "GET", "/externalFulfillment/2024-09-11/returns", client => AmazonCalls.FirstPageAsync(client.ListReturns(
            new AmazonReturnQuery { ReturnLocationId = "l", State = "CREATED", ChangedSince = Since, CreatedSince = Since, RmaId = "r", TrackingNumber = "t" })));
        await CheckAsync("externalFulfillmentReturns_2024-09-11.json", "GET", "/externalFulfillment/2024-09-11/returns", client => AmazonCalls.FirstPageAsync(((IReturnsClient)client).ListReturns(new ReturnQuery())));
        await CheckAsync("externalFulfillmentReturns_2024-09-11.json", "GET", "/externalFulfillment/2024-09-11/returns/{returnId}", client => client.FindReturnAsync(new("r")));
        await CheckAsync("productPricing_2022-05-01.json", "POST", "/batches/products/pricing/2022-05-01/offer/featuredOfferExpectedPrice", client => client.GetExpectedPricesAsync([new OfferKey(AnySku)]));
        await CheckAsync("productPricing_2022-05-01.json", "POST", "/batches/products/pricing/2022-05-01/items/competitiveSummary", client => client.GetCompetitivePricesAsync(["B071VG5N9D"]));
        await CheckAsync("tokens_2021-03-01.json", "POST", "/tokens/2021-03-01/restrictedDataToken", client => client.CreateRestrictedTokenAsync(
            [new AmazonRestrictedResource("GET", "/orders/v0/orders") { DataElements = ["buyerInfo"] }]));
        await CheckAsync("sellers.json", "GET", "/sellers/v1/marketplaceParticipations", client => client.ListStoresAsync());
        await CheckAsync("fbaInventory.json", "GET", "/fba/inventory/v1/summaries", client => AmazonCalls.FirstPageAsync(client.ListFbaStock(new AmazonFbaQuery { Skus = [AnySku], ChangedSince = Since })));
        await CheckAsync("application_2023-11-30.json", "POST", "/applications/2023-11-30/clientSecret", client => AmazonCalls.Boxed(RotateAsync(client)));
        await CheckAsync("uploads_2020-11-01.json", "POST", "/uploads/2020-11-01/uploadDestinations/{resource}", client => client.SendLegalDisclosureAsync(
            Order, [new MessageAttachment("file.txt", "text/plain", "file"u8.ToArray())]));
    }

    /// <summary>The check is one: what is wrong does not pass.</summary>
    [VendorSpecFact]
    public async Task A_shipment_without_a_carrier_and_a_page_of_words_break_the_contract()
    {
        using var shipment = new StringContent("""{"marketplaceId":"A","packageDetail":{"packageReferenceId":"1","trackingNumber":"P1","shipDate":"2026-01-01T00:00:00Z","orderItems":[],"other":1}}""", Encoding.UTF8, "application/json");

        var violations = await SendAsync("ordersV0.json", http => http.PostAsync(new Uri("orders/v0/orders/1/shipmentConfirmation", UriKind.Relative), shipment));
        violations.AddRange(await SendAsync("orders_2026-01-01.json", http => http.GetAsync(new Uri("orders/2026-01-01/orders?maxResultsPerPage=many", UriKind.Relative))));

        Assert.Equal(2, violations.Count);
        Assert.Contains("carrierCode", violations[0], StringComparison.Ordinal);
        Assert.Contains("additional", violations[0], StringComparison.Ordinal);
        Assert.Contains("maxResultsPerPage", violations[1], StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<object> RotateAsync(IAmazonMarketplaceClient client)
    {
        await client.RotateClientSecretAsync();
        return "done";
    }

    private async Task<List<string>> SendAsync(string file, Func<HttpClient, Task> send)
    {
        using var contract = new ContractEdge { InnerHandler = new HttpClientHandler() };
        using var http = new HttpClient(contract) { BaseAddress = await amazon.AddressAsync(file) };
        await send(http);
        return [.. contract.Violations];
    }

    private async Task CheckAsync<T>(string file, string method, string path, Func<IAmazonMarketplaceClient, Task<T>> call, int feedFrom = 20)
    {
        var isUpload = path.StartsWith("/uploads/", StringComparison.Ordinal);
        using var edge = new AmazonReplayEdge(request => request.Method.Method == method
            && (isUpload ? request.RequestUri!.AbsolutePath.StartsWith("/uploads/", StringComparison.Ordinal) : AmazonPair.Matches(path, request.RequestUri!.AbsolutePath)));

        // The resource of an upload is a path, which Prism takes for more steps than the contract's one.
        using var upload = new UploadPath();
        using var contract = new ContractEdge();
        await using var account = AmazonAccount.Of(await amazon.AddressAsync(file), null, feedFrom, edge, upload, contract);
        try
        {
            await call(account.Client);
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }

        Assert.True(contract.Violations.Count == 0, string.Join("\n", contract.Violations));
        Assert.True(contract.Calls > 0, $"{method} {path} was not called.");
    }

    private sealed class UploadPath : DelegatingHandler
    {
        private const string Root = "/uploads/2020-11-01/uploadDestinations/";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path.StartsWith(Root, StringComparison.Ordinal))
            {
                request.RequestUri = new Uri(request.RequestUri, Root + Uri.EscapeDataString(path[Root.Length..]) + request.RequestUri.Query);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
