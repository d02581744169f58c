using Commerce.Marketplaces.Ebay;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>One call of every operation that eBay has, in the recordings' data.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Path">What its address contains.</param>
/// <param name="Scope">What the recordings call the sites that it fails at.</param>
/// <param name="IsSafe">Whether it may be repeated.</param>
/// <param name="HasAnswer">Whether eBay must answer with more than a status.</param>
/// <param name="Make">Makes it.</param>
/// <param name="Others">How many other requests of the call have an address that contains the path.</param>
internal sealed record EbayRecordedCalls(
    string Name, string Path, string Scope, bool IsSafe, bool HasAnswer, Func<IEbayMarketplaceClient, Task<object?>> Make, int Others = 0)
{
    private static readonly MarketplaceOrderId Order = new("12-00040-00001");
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ThreadId Thread = new("2900000040");
    private static readonly MarketplaceReturnId Return = new("5000012340");
    private static readonly EbayResolutionCase Inquiry = new() { Id = "5000020040", Kind = EbayResolutionKind.Inquiry, VendorState = "OPEN", CreatedAt = Since };
    private static readonly EbayResolutionCase Case = Inquiry with { Id = "5000030040", Kind = EbayResolutionKind.Case };
    private static readonly EbayReport Report = new("task-40", MarketplaceRequestState.Pending, "CREATED");

    internal static OfferDraft Draft { get; } = new()
    {
        Sku = new("NEW-40"), Channel = "EBAY_DE", ProductId = "4000000000006", Price = Money.Eur(12.5m), Quantity = 3, Condition = "NEW",
        VendorFields = new Dictionary<string, string>
        {
            ["title"] = "A lamp", ["description"] = "It is bright.", ["imageUrl"] = "https://img.example.com/1.jpg", ["categoryId"] = "1", ["listingDescription"] = "A lamp",
            ["merchantLocationKey"] = "main", ["fulfillmentPolicyId"] = "1", ["paymentPolicyId"] = "2", ["returnPolicyId"] = "3",
        },
    };

    internal static OfferDraft Known { get; } = Draft with { Sku = new("LAMP-40"), VendorFields = new Dictionary<string, string> { ["title"] = "A better lamp" } };

    internal static WebhookRequest Pushed { get; } = new(
        """{"metadata":{"topic":"MARKETPLACE_ACCOUNT_DELETION","schemaVersion":"1.0"},"notification":{"notificationId":"recorded-1","eventDate":"2026-03-02T08:59:00.000Z","publishDate":"2026-03-02T09:00:00.000Z","publishAttemptCount":1,"data":{"userId":"user-1"}}}"""u8.ToArray(),
        [new("X-EBAY-SIGNATURE", Signature("recorded-key"))]);

    internal static IReadOnlyList<EbayRecordedCalls> All { get; } =
    [
        Reads("list-orders", "/v1/order?", client => Page(client.ListOrders(new OrderQuery { ChangedSince = Since, PageSize = 40 }))),
        Reads("find-order", "/v1/order/12", client => Boxed(client.FindOrderAsync(Order))),
        Reads("list-refunds", "/v1/order/12", client => Boxed(client.ListRefundsAsync(Order))),
        Reads("list-fulfillments", "/shipping_fulfillment", client => Boxed(client.ShipOrderAsync(Parcel()))),
        Reads("list-cancellations", "/cancellation/search", client => Page(((ICancellationRequests)client).ListCancellationRequests(new CancellationRequestQuery { RequestedSince = Since, PageSize = 40 }))),
        Reads("find-cancellation", "/cancellation/search", client => Boxed(((IOrderCancellation)client).GetCancellationAsync(
            new OrderCancelled(Order, ["5000000040"]) { State = MarketplaceRequestState.Pending }))),
        Reads("list-returns", "/return/search", client => Page(((IReturnsClient)client).ListReturns(new ReturnQuery { ChangedSince = Since, PageSize = 40 }))),
        Reads("find-return", "/return/search", client => Boxed(((IOrderRefunds)client).GetRefundAsync(new OrderRefunded(Order, ["return:5000012340"])))),
        Reads("list-offers", "/v1/offer?", client => Page(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("LAMP-40")] }))),
        Reads("list-inventory", "/v1/inventory_item?", client => Page(((IOfferReader)client).ListOffers(new OfferQuery { PageSize = 4 }))),
        Reads("preview-prices", "/v1/offer?", client => Boxed(((IOfferPreview)client).PreviewPricesAsync([new PriceChange { Sku = new("LAMP-40"), Price = Money.Eur(69.9m) }]))),
        Reads("preview-offers", "/v1/inventory_item/", client => Boxed(((IOfferPreview)client).PreviewOffersAsync([Known]))),
        Reads("find-item", "/v1/inventory_item/", client => Boxed(((IOfferWriter)client).PutOffersAsync([Known]))),
        Reads("list-conversations", "/conversation?", client => Page(((IMessagingClient)client).ListThreads(new ThreadQuery { ChangedSince = Since, PageSize = 40 }))),
        Reads("find-conversation", "/conversation/", client => Boxed(((IMessagingClient)client).FindThreadAsync(Thread))),
        Reads("find-user", "/identity/v1/user", client => Boxed(((IMessagingClient)client).FindThreadAsync(Thread))),
        Reads("list-subscriptions", "/v1/subscription", client => Boxed(((INotificationSubscriptions)client).ListSubscriptionsAsync())),
        Reads("list-destinations", "/v1/destination", client => Boxed(Subscribe(client, "ITEM_SOLD"))),
        Reads("public-key", "/public_key/", client => Boxed(((IWebhookVerifier<MarketplaceNotification>)client).VerifyAsync(Pushed).AsTask())),
        Reads("read-quotas", "/rate_limit/", client => Boxed(client.ReadQuotasAsync("sell", "inventory"))),
        Reads("get-report", "/inventory_task/", client => Boxed(client.GetReportAsync(Report))),
        Reads("download-report", "/download_result_file", client => BytesAsync(client.DownloadReportAsync(Report)), hasAnswer: false),
        Reads("list-inquiries", "/inquiry/search", client => Page(client.ListInquiries(new EbayResolutionQuery { CreatedSince = Since, PageSize = 40 }))),
        Reads("list-cases", "/casemanagement/search", client => Page(client.ListCases(new EbayResolutionQuery { CreatedSince = Since, PageSize = 40 }))),
        Reads("list-disputes", "/payment_dispute_summary", client => Page(client.ListPaymentDisputes(new EbayPaymentDisputeQuery { OpenedSince = Since, PageSize = 40 }))),
        Reads("find-dispute", "/payment_dispute/", client => Boxed(client.FindPaymentDisputeAsync("5240000040"))),
        new("find-topic", "/topic/", "TOPICS", true, true, client => Boxed(Subscribe(client, "ITEM_SOLD"))),
        Writes("ship-order", "/shipping_fulfillment", client => Boxed(client.ShipOrderAsync(Parcel())), hasAnswer: false, others: 1),
        Writes("refund-order", "/issue_refund", client => Boxed(((IOrderRefunds)client).RefundOrderAsync(Refund()))),
        Writes("refund-return", "/issue_refund", client => Boxed(((IOrderRefunds)client).RefundOrderAsync(Refund() with { ReturnId = Return }))),
        Writes("cancel-order", "/post-order/v2/cancellation", client => Boxed(((IOrderCancellation)client).CancelOrderAsync(
            new CancelOrderRequest { OrderId = Order, Reason = CancellationReason.OutOfStock }))),
        Writes("check-cancellation", "/check_eligibility", client => Boxed(client.CheckCancellationAsync(Order)), isSafe: true),
        Writes("approve-cancellation", "/approve", client => Boxed(Answer(client, true)), hasAnswer: false),
        Writes("reject-cancellation", "/reject", client => Boxed(Answer(client, false)), hasAnswer: false),
        Writes("decide-return", "/decide", client => Boxed(Decide(client, ReturnVerdict.Accept)), hasAnswer: false),
        Writes("confirm-return", "/mark_as_received", client => Boxed(Decide(client, ReturnVerdict.ConfirmReceipt)), hasAnswer: false),
        Writes("update-stock", "/bulk_update_price_quantity", client => Boxed(client.UpdateStockAsync([new StockChange { Sku = new("LAMP-40"), Quantity = 7 }])), isSafe: true),
        Writes("update-price", "/bulk_update_price_quantity", client => Boxed(client.UpdatePricesAsync([new PriceChange { Sku = new("LAMP-40"), Price = Money.Eur(69.9m) }])), isSafe: true),
        Writes("put-item", "/inventory_item/", client => Boxed(((IOfferWriter)client).PutOffersAsync([Draft])), isSafe: true, others: 1),
        new("create-offer", "/v1/offer", "OFFERS", false, true, client => Boxed(((IOfferWriter)client).PutOffersAsync([Draft])), 1),
        new("update-offer", "/offer/3012345040", "OFFERS", true, false, client => Boxed(((IOfferWriter)client).PutOffersAsync([Known]))),
        new("publish-offer", "/publish", "PUBLISH", false, true, client => Boxed(((IOfferWriter)client).PutOffersAsync([Draft]))),
        Writes("withdraw-offer", "/withdraw", client => Boxed(((IOfferWriter)client).EndOffersAsync([new OfferKey(new("LAMP-40"))])), hasAnswer: false),
        Writes("send-message", "/send_message", client => Boxed(((IMessageSender)client).SendMessageAsync(new SendMessageRequest { ThreadId = Thread, Body = "It leaves today." }))),
        Writes("send-message-to-buyer", "/send_message", client => Boxed(((IMessageSender)client).SendMessageAsync(new SendMessageRequest { OrderId = Order, Body = "It leaves today." }))),
        Writes("update-conversation", "/update_conversation", client => Boxed(((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = Thread, IsRead = true })), isSafe: true, hasAnswer: false),
        Writes("archive-conversation", "/update_conversation", client => Boxed(((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = Thread, IsOpen = false })), isSafe: true, hasAnswer: false),
        Writes("create-destination", "/v1/destination", client => Boxed(Subscribe(client, "ITEM_SOLD", "https://shop.example.com/new")), others: 1),
        Writes("create-subscription", "/v1/subscription", client => Boxed(Subscribe(client, "ITEM_SOLD")), others: 2),
        Writes("create-subscription-of-application", "/v1/subscription", client => Boxed(Subscribe(client, "AUTHORIZATION_REVOCATION")), others: 2),
        Writes("enable-subscription", "/enable", client => Boxed(Subscribe(client, "ITEM_AVAILABILITY")), isSafe: true, hasAnswer: false),
        Writes("delete-subscription", "/subscription/s-user", client => Boxed(((INotificationSubscriptions)client).DeleteSubscriptionAsync(new("s-user"))), isSafe: true, hasAnswer: false),
        Writes("delete-subscription-of-application", "/subscription/s-app", client => Boxed(((INotificationSubscriptions)client).DeleteSubscriptionAsync(new("s-app"))), isSafe: true, hasAnswer: false),
        Writes("test-subscription", "/test", client => Boxed(((INotificationSubscriptions)client).TestSubscriptionAsync(new("s-app"))), hasAnswer: false),
        new("put-config", "/config", "CONFIG", true, false, client => Boxed(Subscribe(client, "ITEM_SOLD", "https://shop.example.com/alert"))),
        Writes("create-signing-key", "/signing_key", client => Boxed(client.CreateSigningKeyAsync(EbaySigningCipher.Ed25519))),
        Writes("request-report", "/inventory_task", client => Boxed(client.RequestListingReportAsync())),
        Writes("provide-shipment", "/provide_shipment_info", client => Boxed(client.ProvideShipmentAsync(Inquiry, "dpd", "P 40")), isSafe: true, hasAnswer: false),
        Writes("provide-shipment-for-case", "/provide_shipment_info", client => Boxed(client.ProvideShipmentAsync(Case, "dpd", "P 40")), isSafe: true, hasAnswer: false),
        Writes("refund-inquiry", "/issue_refund", client => Boxed(client.RefundResolutionAsync(Inquiry, "Sorry")), hasAnswer: false),
        Writes("refund-case", "/issue_refund", client => Boxed(client.RefundResolutionAsync(Case)), hasAnswer: false),
        Writes("write-to-inquiry", "/send_message", client => Boxed(client.WriteToInquiryAsync(Inquiry, "It is on its way.")), hasAnswer: false),
        Writes("accept-dispute", "/accept", client => Boxed(client.AnswerPaymentDisputeAsync("5240000040", true)), hasAnswer: false),
        Writes("contest-dispute", "/contest", client => Boxed(client.AnswerPaymentDisputeAsync("5240000040", false, "It was delivered.")), hasAnswer: false),
    ];

    /// <summary>Gets whether it changes something at eBay.</summary>
    internal bool IsWrite => Scope is not ("READS" or "TOPICS");

    internal static EbayRecordedCalls Find(string name) => All.Single(call => call.Name == name);

    internal static string Signature(string key) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(
        $$"""{"alg":"ecdsa","kid":"{{key}}","signature":"MEUCIH0oRz2nAu6Agjjgupmu7yuOMMQxBWPXni6kgdCIDeKiAiEA4LXMd4McMKPKHwzO9PaoDsGfVeuI+d6R8yixw7A0byI=","digest":"SHA1"}"""));

    internal static Task<Outcome<NotificationSubscription>> Subscribe(IEbayMarketplaceClient client, string topic, string endpoint = "https://shop.example.com/ebay") =>
        ((INotificationSubscriptions)client).CreateSubscriptionAsync(new NotificationSubscriptionRequest { Type = topic, Destination = endpoint });

    private static EbayRecordedCalls Reads(string name, string path, Func<IEbayMarketplaceClient, Task<object?>> make, bool hasAnswer = true) =>
        new(name, path, "READS", true, hasAnswer, make);

    private static EbayRecordedCalls Writes(
        string name, string path, Func<IEbayMarketplaceClient, Task<object?>> make, bool isSafe = false, bool hasAnswer = true, int others = 0) =>
        new(name, path, "WRITES", isSafe, hasAnswer, make, others);

    private static ShipOrderRequest Parcel() => new()
    {
        OrderId = Order, ShippedAt = Since, Parcels = [new MarketplaceParcel { TrackingNumber = "P-40", CarrierCode = "dpd" }],
    };

    private static RefundOrderRequest Refund() => new()
    {
        Key = new OperationKey("k"), OrderId = Order, Reason = RefundReason.Returned, Lines = [new LineAmount { LineId = new("1001"), Goods = Money.Eur(29.9m) }],
    };

    private static Task<Outcome<CancellationRequest>> Answer(IEbayMarketplaceClient client, bool isAccepted) =>
        ((ICancellationRequests)client).AnswerCancellationAsync(new CancellationAnswer { RequestId = new("5000000040"), OrderId = Order, IsAccepted = isAccepted });

    private static Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> Decide(IEbayMarketplaceClient client, ReturnVerdict verdict) =>
        ((IReturnsClient)client).DecideReturnsAsync([new ReturnDecision { ReturnId = Return, Verdict = verdict }]);

    private static async Task<object?> Boxed<T>(Task<T> call) => await call;

    private static async Task<object?> BytesAsync(Task<ReadOnlyMemory<byte>> call) => System.Text.Encoding.UTF8.GetString((await call).Span);

    private static async Task<object?> Page<T>(Paged<T> list)
    {
        await foreach (var page in list.PagesAsync())
        {
            return page;
        }

        return null;
    }
}
