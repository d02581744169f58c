using Commerce.Marketplaces;
using Commerce.Marketplaces.Ebay;

namespace Commerce.VendorContracts.Ebay;

public sealed partial class EbayContractTests
{
    [VendorSpecFact]
    public Task Offers_keep_the_contract() => CheckAsync(
        client => DrainAsync(((IOfferReader)client).ListOffers(new OfferQuery())),
        [($"GET {Inventory}inventory_item", """{"total":1,"inventoryItems":[{"sku":"S1"}]}"""), ($"GET {Inventory}offer", OfferAnswer)],
        $"GET {Inventory}inventory_item",
        $"GET {Inventory}offer");

    [VendorSpecFact]
    public Task Stock_keeps_the_contract() => CheckAsync(
        client => client.UpdateStockAsync([new StockChange { Sku = new("S1"), Quantity = 4 }, new StockChange { Sku = new("S2"), Quantity = 5, Warehouse = "main" }]),
        [($"GET {Inventory}offer", OfferAnswer)],
        $"GET {Inventory}offer",
        $"POST {Inventory}bulk_update_price_quantity");

    [VendorSpecFact]
    public Task Prices_keep_the_contract() => CheckAsync(
        client => client.UpdatePricesAsync([new PriceChange { Sku = new("S1"), Price = Money.Eur(12.5m) }]),
        [($"GET {Inventory}offer", OfferAnswer)],
        $"GET {Inventory}offer",
        $"POST {Inventory}bulk_update_price_quantity");

    [VendorSpecFact]
    public Task A_new_offer_keeps_the_contract() => CheckAsync(
        client => ((IOfferWriter)client).PutOffersAsync([Draft()]),
        [($"GET {Inventory}offer", """{"total":0,"offers":[]}"""), ($"GET {Inventory}inventory_item/S1", "{}"), ($"POST {Inventory}offer", """{"offerId":"30"}"""), ($"PUT {Inventory}inventory_item/S1", "{}")],
        $"GET {Inventory}inventory_item/S1",
        $"PUT {Inventory}inventory_item/S1",
        $"GET {Inventory}offer",
        $"POST {Inventory}offer",
        $"POST {Inventory}offer/30/publish");

    [VendorSpecFact]
    public Task A_changed_offer_keeps_the_contract() => CheckAsync(
        client => ((IOfferWriter)client).PutOffersAsync([Draft()]),
        [($"GET {Inventory}offer", OfferAnswer), ($"GET {Inventory}inventory_item/S1", """{"sku":"S1","locale":"de_DE","product":{"title":"A lamp"}}"""), ($"PUT {Inventory}inventory_item/S1", "{}")],
        $"GET {Inventory}inventory_item/S1",
        $"PUT {Inventory}inventory_item/S1",
        $"GET {Inventory}offer",
        $"PUT {Inventory}offer/30");

    [VendorSpecFact]
    public Task The_end_of_an_offer_keeps_the_contract() => CheckAsync(
        client => ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("S1"), "EBAY_DE")]),
        [($"GET {Inventory}offer", OfferAnswer)],
        $"GET {Inventory}offer",
        $"POST {Inventory}offer/30/withdraw");

    [VendorSpecFact]
    public Task Reports_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ExpectAsync(() => client.RequestListingReportAsync());
            var report = new EbayReport("task-1", MarketplaceRequestState.Done, "COMPLETED");
            await ExpectAsync(() => client.GetReportAsync(report));
            await ExpectAsync(() => client.DownloadReportAsync(report));
        },
        [("GET /sell/feed/v1/task/task-1/download_result_file", "{}")],
        "POST /sell/feed/v1/inventory_task",
        "GET /sell/feed/v1/inventory_task/task-1",
        "GET /sell/feed/v1/task/task-1/download_result_file");

    [VendorSpecFact]
    public Task Conversations_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ExpectAsync(() => DrainAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { ChangedSince = March(1) })));
            await ExpectAsync(() => ((IMessagingClient)client).FindThreadAsync(new("29")));
        },
        [],
        $"GET {Messages}conversation",
        $"GET {Messages}conversation/29");

    [VendorSpecFact]
    public Task Messages_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ExpectAsync(() => ((IMessageSender)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("29"), Body = "Today." }));
            await ExpectAsync(() => ((IMessageSender)client).SendMessageAsync(new SendMessageRequest { OrderId = new("12-10000-00001"), Body = "Today." }));
            await ExpectAsync(() => ((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("29"), IsOpen = false, IsRead = true }));
        },
        [("GET " + Order, OrderAnswer)],
        $"POST {Messages}send_message",
        "GET " + Order,
        $"POST {Messages}update_conversation",
        $"GET {Messages}conversation/29");

    [VendorSpecFact]
    public Task The_name_of_the_seller_keeps_the_contract() => CheckAsync(
        client => ((IMessagingClient)client).FindThreadAsync(new("29")),
        options => options.SellerUsername = null,
        [("GET /commerce/identity/v1/user/", """{"username":"seller_1"}""")],
        "GET /commerce/identity/v1/user/",
        $"GET {Messages}conversation/29");

    [VendorSpecFact]
    public Task Subscriptions_keep_the_contract() => CheckAsync(
        async client =>
        {
            var subscriptions = (INotificationSubscriptions)client;
            await ExpectAsync(() => subscriptions.CreateSubscriptionAsync(new NotificationSubscriptionRequest { Type = "ITEM_AVAILABILITY", Destination = "https://shop.example.com/other" }));
            await ExpectAsync(() => subscriptions.CreateSubscriptionAsync(new NotificationSubscriptionRequest { Type = "ITEM_SOLD", Destination = "https://shop.example.com/other" }));
            await ExpectAsync(() => subscriptions.CreateSubscriptionAsync(new NotificationSubscriptionRequest { Type = "ITEM_SOLD", Destination = "https://shop.example.com/ebay" }));
            await ExpectAsync(() => subscriptions.TestSubscriptionAsync(new("s1")));
            await ExpectAsync(() => subscriptions.DeleteSubscriptionAsync(new("s1")));
        },
        [
            ($"GET {Pushes}destination", """{"destinations":[{"destinationId":"d1","deliveryConfig":{"endpoint":"https://shop.example.com/other"}}]}"""),
            ($"GET {Pushes}subscription", """{"subscriptions":[{"subscriptionId":"s1","topicId":"ITEM_AVAILABILITY","destinationId":"d1","status":"DISABLED"}]}"""),
            ($"GET {Pushes}topic/ITEM_SOLD", """{"topicId":"ITEM_SOLD","supportedPayloads":[{"schemaVersion":"1.0"}]}"""),
        ],
        $"GET {Pushes}destination",
        $"GET {Pushes}subscription",
        $"POST {Pushes}subscription/s1/enable",
        $"GET {Pushes}topic/ITEM_SOLD",
        $"POST {Pushes}subscription",
        $"POST {Pushes}destination",
        $"POST {Pushes}subscription/s1/test",
        $"DELETE {Pushes}subscription/s1");

    [VendorSpecFact]
    public Task Signing_keys_and_quotas_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ExpectAsync(() => client.CreateSigningKeyAsync(EbaySigningCipher.Ed25519));
            await ExpectAsync(() => client.CreateSigningKeyAsync(EbaySigningCipher.Rsa));
            await ExpectAsync(() => client.ReadQuotasAsync("sell", "inventory"));
        },
        [],
        "POST /developer/key_management/v1/signing_key",
        "GET /developer/analytics/v1_beta/rate_limit/");

    private static OfferDraft Draft() => new()
    {
        Sku = new("S1"), ProductId = "4000000000006", Price = Money.Eur(12.5m), Quantity = 3, Condition = "NEW",
        VendorFields = new Dictionary<string, string>
        {
            ["title"] = "A lamp", ["description"] = "It is bright.", ["imageUrl"] = "https://img.example.com/1.jpg", ["categoryId"] = "1", ["listingDescription"] = "A lamp",
        },
    };
}
