using Commerce.Marketplaces.Amazon;

namespace Commerce.Marketplaces.Tests.Amazon;

/// <summary>One call of every operation that Amazon has, in the recordings' data.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Path">What its address contains.</param>
/// <param name="Account">What the recordings call the accounts that it fails with: reads, writes or feeds.</param>
/// <param name="IsSafe">Whether it may be repeated.</param>
/// <param name="HasAnswer">Whether Amazon must answer with more than a status.</param>
/// <param name="Make">Makes it.</param>
/// <param name="Others">How many other addresses of the call contain the path too: those of files.</param>
internal sealed record AmazonRecordedCalls(
    string Name, string Path, string Account, bool IsSafe, bool HasAnswer, Func<IAmazonMarketplaceClient, Task<object?>> Make, int Others = 0)
{
    private static readonly MarketplaceOrderId Order = new("402-0000001-0000001");
    private static readonly Sku Lamp = new("LAMP 1");
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly MessageAttachment File = new("plan.pdf", "application/pdf", "hello"u8.ToArray());
    private static readonly OfferDraft Draft = new()
    {
        Sku = new("LAMP-3"), ProductId = "4006381333931", Price = Money.Eur(19.9m), Quantity = 5, Condition = "new_new", LeadTimeDays = 2,
    };

    internal static IReadOnlyList<AmazonRecordedCalls> All { get; } =
    [
        Reads("list-orders", "/orders?", client => Page(client.ListOrders(new OrderQuery { ChangedSince = Since, PageSize = 2 }))),
        Reads("find-order", "/orders/402", client => Boxed(client.FindOrderAsync(Order))),
        Reads("list-offers", "/items/", client => Page(((IOfferReader)client).ListOffers(new OfferQuery { PageSize = 2 }))),
        Reads("list-offers-of-skus", "/items/", client => Page(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("LAMP-1"), new("LAMP-2")] }))),
        Reads("find-offer", "/items/", client => Boxed(client.FindOfferAsync(new OfferKey(new("LAMP-1"))))),
        Reads("get-batch", "/feeds/1007", client => Boxed(client.GetBatchAsync(new OfferBatch
        {
            Id = new BatchId("1007"), Kind = OfferBatchKind.Stock, State = OfferBatchState.Running, Keys = [new OfferKey(Lamp)],
        }))),
        Reads("list-feeds", "/feeds?", client => Page(client.ListFeeds(new AmazonFeedQuery { Types = ["JSON_LISTINGS_FEED"], States = ["DONE", "FATAL"], CreatedSince = Since }))),
        Reads("find-report", "/reports/ID323", client => Boxed(client.FindReportAsync("ID323"))),
        Reads("list-reports", "/reports?", client => Page(client.ListReports(new AmazonReportQuery { Types = [AmazonReportRequest.Returns], CreatedSince = Since }))),
        Reads("list-message-topics", "/messaging/", client => Boxed(client.ListMessageTopicsAsync(Order))),
        Reads("find-buyer-locale", "/attributes", client => Boxed(client.FindBuyerLocaleAsync(Order)), hasAnswer: false),
        Reads("can-request-review", "/solicitations/", client => Boxed(client.CanRequestReviewAsync(Order))),
        Reads("list-queues", "/destinations", client => Boxed(client.ListQueuesAsync())),
        Reads("list-subscriptions", "/subscriptions", client => Boxed(client.ListSubscriptionsAsync("ORDER_CHANGE"))),
        Reads("list-returns", "/returns", client => Page(client.ListReturns(new AmazonReturnQuery { RmaId = "rma-1", CreatedSince = Since })), hasAnswer: false),
        Reads("find-return", "/returns/return-1", client => Boxed(client.FindReturnAsync(new("return-1")))),
        Reads("list-fba-stock", "/summaries", client => Page(client.ListFbaStock(new AmazonFbaQuery { Skus = [new("LAMP-1")], ChangedSince = Since }))),
        Reads("list-stores", "/sellers/", client => Boxed(client.ListStoresAsync())),
        Writes("ship-order", "/shipmentConfirmation", client => Boxed(client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = Order,
            ShippedAt = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)),
            Parcels = [new MarketplaceParcel { TrackingNumber = "1Z900", CarrierCode = "UPS", Service = "UPS Standard" }],
        })), hasAnswer: false),
        Writes("update-pickup", "/shipment", client => Boxed(client.UpdatePickupAsync(Order, AmazonPickupState.PickedUp, [])), hasAnswer: false),
        Writes("update-stock", "/items/", client => Boxed(client.UpdateStockAsync(
            [new StockChange { Sku = Lamp, Quantity = 7, VendorFields = new Dictionary<string, string> { ["lead_time_to_ship_max_days"] = "2", ["productType"] = "LAMP" } }]))),
        Writes("update-price", "/items/", client => Boxed(client.UpdatePricesAsync([new PriceChange { Sku = Lamp, Price = Money.Eur(129.9m) }]))),
        Writes("put-offer", "/items/", client => Boxed(((IOfferWriter)client).PutOffersAsync([Draft]))),
        Writes("end-offer", "/items/", client => Boxed(((IOfferWriter)client).EndOffersAsync([new OfferKey(Draft.Sku)]))),
        Writes("cancel-feed", "/feeds/1001", client => Boxed(client.CancelFeedAsync(new("1001"))), hasAnswer: false),
        Writes("request-report", "/reports", client => Boxed(client.RequestReportAsync(new AmazonReportRequest
        {
            Type = AmazonReportRequest.Returns, Since = Since, Until = Since.AddDays(7), Options = new Dictionary<string, string> { ["option"] = "value" },
        }))),
        Writes("cancel-report", "/reports/ID323", client => Boxed(client.CancelReportAsync("ID323")), hasAnswer: false),
        Writes("restricted-token", "/restrictedDataToken", client => Boxed(client.CreateRestrictedTokenAsync(
            [new AmazonRestrictedResource("GET", "/orders/v0/orders") { DataElements = ["buyerInfo"] }]))),
        Writes("send-message", "/messages/", client => Boxed(((IMessageSender)client).SendMessageAsync(
            new SendMessageRequest { OrderId = Order, Topic = "unexpectedProblem", Body = "Your lamp leaves tomorrow." })), isSafe: false, hasAnswer: false),
        Writes("send-message-with-file", "/messages/confirmCustomizationDetails", client => Boxed(((IMessageSender)client).SendMessageAsync(
            new SendMessageRequest { OrderId = Order, Topic = "confirmCustomizationDetails", Body = "Like this?", Attachments = [File] })), isSafe: false, hasAnswer: false, others: 1),
        Writes("send-legal-disclosure", "/messages/legalDisclosure", client => Boxed(client.SendLegalDisclosureAsync(Order, [File])), isSafe: false, hasAnswer: false, others: 1),
        Writes("send-warranty", "/messages/warranty", client => Boxed(client.SendWarrantyAsync(Order, [File], Since, Since.AddYears(2))), isSafe: false, hasAnswer: false, others: 1),
        Writes("upload-invoice", "/messages/invoice", client => Boxed(((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = Order, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "hello"u8.ToArray() })), isSafe: false, hasAnswer: false, others: 1),
        Writes("request-review", "/solicitations/", client => Boxed(client.RequestReviewAsync(Order)), hasAnswer: false),
        Writes("create-queue", "/destinations", client => Boxed(client.CreateQueueAsync(
            new AmazonQueueRequest { Name = "orders", SqsArn = "arn:aws:sqs:eu-west-3:000000000000:orders" })), isSafe: false),
        Writes("delete-queue", "/destinations/", client => Boxed(client.DeleteQueueAsync("queue-1")), hasAnswer: false),
        Writes("create-subscription", "/subscriptions/", client => Boxed(((INotificationSubscriptions)client).CreateSubscriptionAsync(
            new NotificationSubscriptionRequest { Type = "ORDER_CHANGE", Destination = "queue-1", VendorFields = new Dictionary<string, string> { ["aggregationTimePeriod"] = "FiveMinutes" } }))),
        Writes("delete-subscription", "/subscriptions/", client => Boxed(((INotificationSubscriptions)client).DeleteSubscriptionAsync(new("ORDER_CHANGE/sub-1"))), hasAnswer: false),
        Writes("test-subscription", "/testNotification", client => Boxed(((INotificationSubscriptions)client).TestSubscriptionAsync(new("ORDER_CHANGE/sub-1"))), isSafe: false, hasAnswer: false),
        Writes("expected-prices", "/featuredOfferExpectedPrice", client => Boxed(client.GetExpectedPricesAsync([new OfferKey(new("LAMP-1")), new OfferKey(new("NONE"))]))),
        Writes("competitive-prices", "/competitiveSummary", client => Boxed(client.GetCompetitivePricesAsync(["B071VG5N9D"]))),
        Writes("rotate-secret", "/clientSecret", RotateAsync, isSafe: false, hasAnswer: false),
        Feeds("update-stock-as-feed", client => Boxed(client.UpdateStockAsync([.. Enumerable.Range(1, 20).Select(number => new StockChange { Sku = new($"LAMP-{number}"), Quantity = number })])), isSafe: true),
        Feeds("update-prices-as-feed", client => Boxed(client.UpdatePricesAsync([.. Enumerable.Range(1, 20).Select(number => new PriceChange { Sku = new($"LAMP-{number}"), Price = Money.Eur(number) })])), isSafe: true),
        Feeds("put-offers-as-feed", client => Boxed(((IOfferWriter)client).PutOffersAsync([.. Enumerable.Range(1, 20).Select(number => Draft with { Sku = new($"LAMP-{number}") })])), isSafe: true),
        Feeds("end-offers-as-feed", client => Boxed(((IOfferWriter)client).EndOffersAsync([.. Enumerable.Range(1, 20).Select(number => new OfferKey(new($"LAMP-{number}")))])), isSafe: true),
        Feeds("cancel-order", client => Boxed(((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = Order, Reason = CancellationReason.OutOfStock })), isSafe: true),
        Feeds("refund-order", client => Boxed(((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("refund-1"),
            OrderId = new("402-0000001-0000007"),
            Reason = RefundReason.Returned,
            Lines = [new LineAmount { LineId = new("10000000000071"), Quantity = 1, Shipping = Money.Eur(4.5m) }],
        })), isSafe: false),
    ];

    internal static AmazonRecordedCalls Find(string name) => All.Single(call => call.Name == name);

    private static AmazonRecordedCalls Reads(string name, string path, Func<IAmazonMarketplaceClient, Task<object?>> make, bool hasAnswer = true) =>
        new(name, path, "reads", true, hasAnswer, make);

    private static AmazonRecordedCalls Writes(
        string name, string path, Func<IAmazonMarketplaceClient, Task<object?>> make, bool isSafe = true, bool hasAnswer = true, int others = 0) =>
        new(name, path, "writes", isSafe, hasAnswer, make, others);

    private static AmazonRecordedCalls Feeds(string name, Func<IAmazonMarketplaceClient, Task<object?>> make, bool isSafe) =>
        new(name, "/2021-06-30/feeds", "feeds", isSafe, true, make);

    private static async Task<object?> Boxed<T>(Task<T> call) => await call;

    private static async Task<object?> Page<T>(Paged<T> list)
    {
        await foreach (var page in list.PagesAsync())
        {
            return page;
        }

        return null;
    }

    private static async Task<object?> RotateAsync(IAmazonMarketplaceClient client)
    {
        await client.RotateClientSecretAsync();
        return null;
    }
}
