using System.Net;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Cdiscount;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Cdiscount;

/// <summary>
/// Every request of the client against the reconstruction of Octopia's contract; the official file is not public. A member or parameter that it
/// does not name breaks it.
/// </summary>
public sealed class CdiscountContractTests(CdiscountMock octopia) : IClassFixture<CdiscountMock>
{
    private const string Order = "SCID01260319095729EXMP";

    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [VendorSpecFact]
    public Task Orders_keep_the_contract() => CheckAsync(
        client => FirstAsync(client.ListOrders(new OrderQuery
        {
            ChangedSince = March, ChangedUntil = March.AddDays(7), CreatedSince = March, CreatedUntil = March.AddDays(7), States = [MarketplaceOrderState.Cancelled],
        })),
        "GET /orders");

    [VendorSpecFact]
    public Task Counting_keeps_the_contract() => CheckAsync(client => client.CountOrdersAsync(new OrderQuery { ChangedSince = March }), "GET /orders/count");

    [VendorSpecFact]
    public Task An_order_keeps_the_contract() => CheckAsync(client => client.FindOrderAsync(new(Order)), $"GET /orders/{Order}");

    [VendorSpecFact]
    public Task Approval_keeps_the_contract() => CheckAsync(
        client => ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = new(Order), AcceptedLines = [new("1")] }),
        edge => AnswerOrder(edge, "WaitingAcceptance"),
        $"POST /orders/{Order}/approval-status");

    [VendorSpecFact]
    public Task Shipments_keep_the_contract() => CheckAsync(
        client => client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new(Order), Parcels = [new MarketplaceParcel { TrackingNumber = "6A1", CarrierCode = "COLISSIMO", TrackingUrl = new Uri("https://tracking.example.com/6A1") }],
        }),
        edge =>
        {
            AnswerOrder(edge, "InPreparation");
            edge.Answers["GET /carriers"] = (HttpStatusCode.OK, """[{"code":"COLISSIMO","label":"Colissimo"}]""");
        },
        $"POST /orders/{Order}/shipments");

    [VendorSpecFact]
    public Task Carriers_keep_the_contract() => CheckAsync(client => ((ICarrierDirectory)client).ListCarriersAsync(), "GET /carriers");

    [VendorSpecFact]
    public Task Reasons_keep_the_contract() => CheckAsync(client => client.ListCancellationReasonsAsync("InPreparation"), "GET /cancellation-reasons");

    [VendorSpecFact]
    public Task A_cancellation_keeps_the_contract() => CheckAsync(client => CancelAsync(client), AnswerCancellation, "POST /order-cancellation-requests");

    [VendorSpecFact]
    public Task A_cancellation_of_lines_keeps_the_contract() => CheckAsync(
        client => CancelAsync(client, new LineAmount { LineId = new("1") }), AnswerCancellation, "POST /order-partial-cancellation-requests");

    [VendorSpecFact]
    public Task A_look_at_cancellations_keeps_the_contract() => CheckAsync(
        client => ((IOrderCancellation)client).GetCancellationAsync(new OrderCancelled(new(Order), ["c-1"]) { State = MarketplaceRequestState.Pending, Lines = [new(new("1"))] }),
        edge => AnswerOrder(edge, "InPreparation"),
        "GET /order-cancellation-requests");

    [VendorSpecFact]
    public Task Gestures_keep_the_contract() => CheckAsync(
        client => ((IOrderRefunds)client).RefundOrderAsync(Gesture),
        edge =>
        {
            AnswerOrder(edge, "Shipped");
            edge.Answers["GET /order-commercial-gesture-requests"] = (HttpStatusCode.OK, """{"items":[]}""");
            edge.Answers[$"GET /orders/{Order}/commercial-gestures-available-amounts"] = (HttpStatusCode.OK, """{"allowableAmount":100}""");
        },
        "POST /order-commercial-gesture-requests");

    [VendorSpecFact]
    public Task A_look_at_gestures_keeps_the_contract() => CheckAsync(
        client => ((IOrderRefunds)client).RefundOrderAsync(Gesture), edge => AnswerOrder(edge, "Shipped"), "GET /order-commercial-gesture-requests");

    [VendorSpecFact]
    public Task The_amount_for_gestures_keeps_the_contract() => CheckAsync(
        client => client.FindRefundableAmountAsync(new(Order)), edge => AnswerOrder(edge, "Shipped"), $"GET /orders/{Order}/commercial-gestures-available-amounts");

    [VendorSpecFact]
    public Task A_gesture_keeps_the_contract() => CheckAsync(
        client => ((IOrderRefunds)client).GetRefundAsync(new OrderRefunded(new(Order), ["g-1"]) { State = MarketplaceRequestState.Pending }),
        "GET /order-commercial-gesture-requests/g-1");

    [VendorSpecFact]
    public Task Offers_keep_the_contract() => CheckAsync(client => FirstAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("A"), new("B")] })), "GET /offers");

    [VendorSpecFact]
    public Task Delivery_modes_keep_the_contract() => CheckAsync(client => client.ListDeliveryModesAsync(), "GET /sellers/delivery-modes");

    [VendorSpecFact]
    public Task A_new_package_keeps_the_contract() => CheckAsync(
        client => client.UpdateStockAsync([new StockChange { Sku = new("A"), Quantity = 1 }]),
        "POST /offer-packages",
        "GET /offer-packages/string",
        "POST /offer-packages/string/offer-requests",
        "PATCH /offer-packages/string");

    [VendorSpecFact]
    public Task Requests_of_a_package_keep_the_contract() => CheckAsync(
        async client =>
        {
            await client.UpdateStockAsync([new StockChange { Sku = new("A"), Quantity = 1 }]);
            await client.UpdatePricesAsync([Price]);
            await ((IOfferWriter)client).PutOffersAsync([CdiscountSamples.Draft]);
            await ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("A"))]);
        },
        AnswerPackage,
        "POST /offer-packages/PKG001/offer-requests",
        "PATCH /offer-packages/PKG001");

    [VendorSpecFact]
    public Task The_state_of_a_package_keeps_the_contract() => CheckAsync(client => client.GetBatchAsync(CdiscountSamples.Batch()), "GET /offer-packages/PKG001");

    [VendorSpecFact]
    public Task Results_of_a_package_keep_the_contract() => CheckAsync(
        client => client.GetBatchAsync(CdiscountSamples.Batch()),
        edge => edge.Answers["GET /offer-packages/PKG001"] = (HttpStatusCode.OK, """{"state":"Integrated"}"""),
        "GET /offer-packages/PKG001/offer-requests-results");

    [VendorSpecFact]
    public Task Discussions_keep_the_contract() => CheckAsync(
        client => FirstAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { OrderId = new(Order), ChangedSince = March.AddYears(-2) })), "GET /discussions");

    [VendorSpecFact]
    public Task A_discussion_keeps_the_contract() => CheckAsync(client => ((IMessagingClient)client).FindThreadAsync(new("d1")), "GET /discussions/d1");

    [VendorSpecFact]
    public Task An_answer_to_several_keeps_the_contract() => CheckAsync(AnswerAsync, AnswerDiscussion, "POST /messages");

    [VendorSpecFact]
    public Task An_answer_to_one_keeps_the_contract() => CheckAsync(
        AnswerAsync, static _ => { }, static options => options.MessageForm = CdiscountMessageForm.Receiver, [], "POST /messages");

    [VendorSpecFact]
    public Task A_new_discussion_keeps_the_contract() => CheckAsync(client => ((IMessagingClient)client).SendMessageAsync(CdiscountSamples.NewDiscussion), "POST /discussions");

    [VendorSpecFact]
    public Task Closing_a_discussion_keeps_the_contract() => CheckAsync(
        client => ((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("d1"), IsOpen = false }), AnswerDiscussion, "PATCH /discussions/d1");

    /// <summary>The reconstruction follows one side of what is open; the other side does break it, which shows that the check sees bodies.</summary>
    [VendorSpecFact]
    public Task The_other_tax_encoding_is_not_in_the_contract() => CheckAsync(
        client => client.UpdatePricesAsync([Price]), AnswerPackage, static options => options.TaxEncoding = CdiscountTaxEncoding.Rate, ["currencyCode", "type"],
        "POST /offer-packages/PKG001/offer-requests");

    [VendorSpecFact]
    public Task The_other_field_of_a_cancellation_is_not_in_the_contract() => CheckAsync(
        client => CancelAsync(client), AnswerCancellation, static options => options.CancellationField = CdiscountCancellationField.OrderId, ["orderId"],
        "POST /order-cancellation-requests");

    /// <summary>What the reconstruction does not hold cannot be checked against it; recordings show these requests.</summary>
    [VendorSpecFact]
    public void Three_operations_are_not_in_the_contract()
    {
        var paths = JsonNode.Parse(File.ReadAllBytes(CdiscountMock.Contract))!["paths"]!.AsObject().Select(static path => path.Key).ToList();

        Assert.DoesNotContain("/messages/{messageId}", paths);
        Assert.DoesNotContain("/orders/{orderId}/invoice-documents", paths);
        Assert.DoesNotContain("/sales-channel-commercial-gesture-configurations/{salesChannelId}", paths);
    }

    private static PriceChange Price => new() { Sku = new("A"), Price = Money.Eur(9.90m), OriginalPrice = Money.Eur(12m), Taxes = [PriceTax.OfPercent("VAT", 20m)] };

    private static RefundOrderRequest Gesture => new()
    {
        Key = new OperationKey("r"), OrderId = new(Order), Reason = RefundReason.Goodwill, Amount = Money.Eur(1m), Note = "A scratch",
    };

    private static void AnswerOrder(CdiscountEdge edge, string state) => edge.Answers[$"GET /orders/{Order}"] =
        (HttpStatusCode.OK, File.ReadAllText(CdiscountSamples.PathOf("order.json")).Replace("\"status\": \"InPreparation\"", $"\"status\": \"{state}\"", StringComparison.Ordinal));

    private static void AnswerCancellation(CdiscountEdge edge)
    {
        AnswerOrder(edge, "InPreparation");
        edge.Answers["GET /order-cancellation-requests"] = (HttpStatusCode.OK, """{"items":[]}""");
        edge.Answers["GET /cancellation-reasons"] = (HttpStatusCode.OK, """{"items":[{"reason":"seller-out-of-stock"}]}""");
    }

    private static void AnswerPackage(CdiscountEdge edge)
    {
        edge.Location = "offers-packages/PKG001";
        edge.Answers["POST /offer-packages"] = (HttpStatusCode.Created, "");
        edge.Answers["GET /offer-packages/PKG001"] = (HttpStatusCode.OK, """{"state":"WaitingForCompletion"}""");
    }

    private static void AnswerDiscussion(CdiscountEdge edge) => edge.Answers["GET /discussions/d1"] =
        (HttpStatusCode.OK, """{"discussionId":"d1","createdAt":"2026-03-17T13:58:01.413Z","isOpen":true,"customerId":"C1"}""");

    private static Task<Outcome<SentMessage>> AnswerAsync(ICdiscountMarketplaceClient client) =>
        ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("d1"), Body = "Hello, it leaves today." });

    private static Task<Outcome<OrderCancelled>> CancelAsync(ICdiscountMarketplaceClient client, params LineAmount[] lines) =>
        ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new(Order), Reason = CancellationReason.OutOfStock, Lines = lines });

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
            return;
        }
    }

    private Task CheckAsync(Func<ICdiscountMarketplaceClient, Task> call, params string[] calls) => CheckAsync(call, static _ => { }, calls);

    private Task CheckAsync(Func<ICdiscountMarketplaceClient, Task> call, Action<CdiscountEdge> prepare, params string[] calls) =>
        CheckAsync(call, prepare, static _ => { }, [], calls);

    private async Task CheckAsync(
        Func<ICdiscountMarketplaceClient, Task> call, Action<CdiscountEdge> prepare, Action<CdiscountMarketplaceOptions> configure, string[] violations, params string[] calls)
    {
        var address = await octopia.AddressAsync();
        using var edge = new CdiscountEdge(request => octopia.Slice!.UnknownQuery(
            request.Method.Method.ToLowerInvariant(), request.RequestUri!.AbsolutePath.Replace("/seller/v2", "", StringComparison.Ordinal), request.RequestUri.Query.TrimStart('?')));
        using var contract = new ContractEdge("/seller/v2");
        prepare(edge);
        await using var provider = CdiscountSamples.Provider(new Uri(address, "seller/v2/"), configure, edge, contract);
        try
        {
            await call(provider.GetRequiredKeyedService<ICdiscountMarketplaceClient>("cdiscount"));
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }

        var text = string.Join("\n", contract.Violations);
        Assert.True(violations.Length > 0 ? violations.All(name => text.Contains(name, StringComparison.Ordinal)) : text.Length == 0, text);
        Assert.Empty(edge.Unknown);
        Assert.Equal(calls, edge.Calls.Distinct());
    }
}
