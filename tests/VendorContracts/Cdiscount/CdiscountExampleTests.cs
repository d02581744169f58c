using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Cdiscount;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Cdiscount;

/// <summary>The samples beside the contract: answers are read without loss, and our requests are the samples' requests.</summary>
public sealed partial class CdiscountExampleTests
{
    private const string Order = "SCID01260319095729EXMP";
    private const string OrderCall = $"GET /orders/{Order}";

    [VendorSpecFact]
    public Task An_order() => ReadAsync("order.json", OrderCall, client => client.FindOrderAsync(new(Order)), waivers: OrderWaivers(""));

    [VendorSpecFact]
    public Task Orders() => ReadAsync(
        "orders-list.response.json", "GET /orders", client => AllAsync(client.ListOrders(new OrderQuery())), waivers: [.. OrderWaivers("items."), .. Waive(NoCount, "itemsPerPage")]);

    [VendorSpecFact]
    public Task A_count() => ReadAsync("orders-count.response.json", "GET /orders/count", async client => (object)await client.CountOrdersAsync(new OrderQuery()));

    [VendorSpecFact]
    public Task Carriers() => ReadAsync("carriers.response.json", "GET /carriers", client => ((ICarrierDirectory)client).ListCarriersAsync());

    [VendorSpecFact]
    public Task The_amount_for_gestures() => ReadAsync(
        "commercial-gesture-available-amounts.response.json",
        $"GET /orders/{Order}/commercial-gestures-available-amounts",
        async client => (object)(await client.FindRefundableAmountAsync(new(Order)))!.Value,
        edge => edge.Answers[OrderCall] = (HttpStatusCode.OK, Sample("order.json")));

    [VendorSpecFact]
    public Task Delivery_modes() => ReadAsync(
        "delivery-modes.response.json", "GET /sellers/delivery-modes", client => client.ListDeliveryModesAsync(),
        waivers: [.. Waive(NoCount, "count"), .. Waive("Terms of a mode: offers name its code and cost only.", "items.delivery_delay", "items.more_than30_kg_product")]);

    [VendorSpecFact]
    public Task Offers() => ReadAsync(
        "offers-list.response.json", "GET /offers", client => AllAsync(((IOfferReader)client).ListOffers(new OfferQuery())),
        waivers: [.. Waive(NoCount, "itemsPerPage"), .. Waive(Account, "items.sellerId", "items.salesChannelId"), .. Waive("It stands in where there is no reference.", "items.product.gtin")]);

    [VendorSpecFact]
    public Task The_state_of_a_package() => ReadAsync(
        "offer-package.get.response.json", "GET /offer-packages/PKG001", client => client.GetBatchAsync(CdiscountSamples.Batch("MY-SKU-001")),
        edge => edge.Answers["GET /offer-packages/PKG001/offer-requests-results"] = (HttpStatusCode.OK, Sample("offer-requests-results.response.json")),
        Waive("The batch knows it.", "packageId", "packageType", "salesChannelId"));

    [VendorSpecFact]
    public Task Results_of_a_package() => ReadAsync(
        "offer-requests-results.response.json", "GET /offer-packages/PKG001/offer-requests-results", client => client.GetBatchAsync(CdiscountSamples.Batch("MY-SKU-001", "MY-SKU-002")),
        edge => edge.Answers["GET /offer-packages/PKG001"] = (HttpStatusCode.OK, Sample("offer-package.get.response.json")),
        Waive(NoCount, "itemsPerPage"));

    [VendorSpecFact]
    public Task A_discussion() => ReadAsync(
        "discussion.json", "GET /discussions/d1", client => ((IMessagingClient)client).FindThreadAsync(new("d1")), waivers: [.. DiscussionWaivers(""), .. MessageWaivers("messages.")]);

    [VendorSpecFact]
    public Task Discussions() => ReadAsync(
        "discussions-list.response.json", "GET /discussions", client => AllAsync(((IMessagingClient)client).ListThreads(new ThreadQuery())),
        waivers: [.. DiscussionWaivers("items."), .. Waive(NoCount, "itemsPerPage"), .. Waive("Messages come with the discussion itself.", "items.messages.body", "items.messages.messageId"),
            .. Waive("Messages come with the discussion itself.", "items.messages.sender.userType"), .. MessageWaivers("items.messages.")]);

    [VendorSpecFact]
    public async Task The_reader_of_an_answer_is_the_one_that_the_discussion_names()
    {
        using var edge = new CdiscountEdge { IsAlone = true };
        edge.Answers["GET /discussions/000000000000000000000a01"] = (HttpStatusCode.OK, Sample("discussion.json"));
        edge.Answers["POST /messages"] = (HttpStatusCode.Created, "");
        await WithAsync(edge, client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest
        {
            ThreadId = new("000000000000000000000a01"), Body = "Hello, the address has been changed before shipping.",
        }));

        AssertSame("message.request.json", edge.Bodies.Single());
    }

    [VendorSpecFact]
    public async Task A_token()
    {
        var token = JsonNode.Parse(Sample("token.response.json"))!;

        // What is sent with a call is the sample's token.
        Assert.Equal(("Bearer " + token["access_token"], 7200), (await AuthorizationAsync(token.ToJsonString()), (int)token["expires_in"]!));
    }

    [VendorSpecFact]
    public Task A_refused_shipment() => ReadProblemAsync("bad_request_400", HttpStatusCode.BadRequest, $"POST /orders/{Order}/shipments", client => client.ShipOrderAsync(Shipment),
        Waive("The fields say what is wrong.", "type", "title", "traceId", "status"));

    [VendorSpecFact]
    public Task A_refused_token() => ReadProblemAsync("unauthorized_401", HttpStatusCode.Unauthorized, "GET /carriers", client => ((ICarrierDirectory)client).ListCarriersAsync(),
        Waive("The answer itself has the status.", "statusCode"));

    [VendorSpecFact]
    public Task Refused_credentials() => ReadProblemAsync("token_invalid_client_401", HttpStatusCode.Unauthorized, "GET /carriers", client => ((ICarrierDirectory)client).ListCarriersAsync());

    [VendorSpecFact]
    public Task Our_approval_is_the_samples() => SameAsync(
        "approval-status.request.json", $"POST /orders/{Order}/approval-status",
        client => ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = new(Order), AcceptedLines = [new("1")] }), "WaitingAcceptance");

    [VendorSpecFact]
    public Task Our_shipment_is_the_samples() => SameAsync("shipments.request.json", $"POST /orders/{Order}/shipments", client => client.ShipOrderAsync(Shipment));

    [VendorSpecFact]
    public Task Our_cancellation_is_the_samples() => SameAsync(
        "cancellation-request.request.json", "POST /order-cancellation-requests",
        client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new(Order), Reason = CancellationReason.OutOfStock }));

    [VendorSpecFact]
    public Task Our_cancellation_of_lines_is_the_samples() => SameAsync(
        "partial-cancellation-request.request.json", "POST /order-partial-cancellation-requests",
        client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new(Order), Reason = CancellationReason.OutOfStock, Lines = [new LineAmount { LineId = new("1") }] }));

    [VendorSpecFact]
    public Task Our_gesture_is_the_samples() => SameAsync(
        "commercial-gesture-request.request.json", "POST /order-commercial-gesture-requests",
        client => ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("r"), OrderId = new(Order), Reason = RefundReason.Goodwill, Amount = Money.Eur(25m), Note = "Scratch on the screen, partial refund agreed",
        }),
        "Shipped");

    [VendorSpecFact]
    public async Task Our_packages_are_the_samples()
    {
        var create = JsonNode.Parse(Sample("offer-package.create.json"))!;
        var update = JsonNode.Parse(Sample("offer-requests.update.request.json"))!.AsArray();
        PriceTax[] taxes = [PriceTax.OfPercent("VAT", 20m), PriceTax.OfAmount("Ecotax", Money.Eur(0.3m))];
        using var edge = new CdiscountEdge { IsAlone = true, Location = (string)create["response"]!["headers"]!["Content-Location"]! };
        edge.Answers["POST /offer-packages"] = ((HttpStatusCode)(int)create["response"]!["status"]!, "");
        edge.Answers["GET /offer-packages/PKG001"] = (HttpStatusCode.OK, """{"state":"WaitingForCompletion"}""");
        edge.Answers["POST /offer-packages/PKG001/offer-requests"] = edge.Answers["PATCH /offer-packages/PKG001"] = (HttpStatusCode.NoContent, "");
        await WithAsync(edge, async client =>
        {
            // The sample has the product's reference beside its number; our request names a product once.
            await ((IOfferWriter)client).PutOffersAsync([CdiscountSamples.Draft]);
            await client.UpdateStockAsync([new StockChange { Sku = new("MY-SKU-001"), Quantity = 7 }]);
            await client.UpdatePricesAsync([new PriceChange { Sku = new("MY-SKU-002"), Price = Money.Eur(99.9m), Taxes = taxes }]);
            return await ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("MY-SKU-003"))]);
        });

        var upsert = JsonNode.Parse(Sample("offer-requests.upsert.request.json"))!;
        upsert[0]!["product"]!.AsObject().Remove("reference");
        upsert[0]!["price"]!.AsObject().Remove("originPrice");
        AssertSame(create["request"]!["body"]!, edge.Bodies[0]);
        AssertSame(upsert, edge.Bodies[1]);
        AssertSame("offer-package.patch-ready.request.json", edge.Bodies[2]);
        AssertSame(new JsonArray(update[0]!.DeepClone()), edge.Bodies[4]);
        AssertSame(new JsonArray(update[1]!.DeepClone()), edge.Bodies[7]);
        AssertSame("offer-requests.delete.request.json", edge.Bodies[10]);
    }

    [VendorSpecFact]
    public void Every_sample_is_claimed() => ExampleFolder.AssertClaimed(Path.GetDirectoryName(CdiscountSamples.PathOf("order.json"))!, Claimed);

    private static ShipOrderRequest Shipment => new()
    {
        OrderId = new(Order),
        Parcels = [new MarketplaceParcel { TrackingNumber = "6A12345678901", CarrierName = "Colissimo", TrackingUrl = new Uri("https://tracking.example/6A12345678901") }],
    };

    private static async Task<string> AuthorizationAsync(string token)
    {
        var seen = "";
        using var edge = new TokenEdge(token, request => seen = request.Headers.Authorization?.ToString() ?? "");
        await using var provider = CdiscountSamples.Provider(new Uri("http://octopia.example/seller/v2/"), static _ => { }, edge);
        await provider.GetRequiredKeyedService<ICdiscountMarketplaceClient>("cdiscount").FindOrderAsync(new("SCID-ANY"));
        return seen;
    }

    private static string Sample(string file)
    {
        Assert.Contains(file, Claimed);
        return File.ReadAllText(CdiscountSamples.PathOf(file));
    }

    private static void AssertSame(string file, string sent) => AssertSame(JsonNode.Parse(Sample(file))!, sent);

    private static void AssertSame(JsonNode sample, string sent) => Assert.True(JsonNode.DeepEquals(sample, JsonNode.Parse(sent)), $"{sent} is not {sample.ToJsonString()}");

    private static async Task SameAsync<T>(string file, string call, Func<ICdiscountMarketplaceClient, Task<T>> send, string state = "InPreparation")
    {
        using var edge = new CdiscountEdge { IsAlone = true };
        Prepare(edge, state);
        edge.Answers[call] = (HttpStatusCode.OK, "");
        await WithAsync(edge, send);

        AssertSame(file, edge.Bodies.Single());
    }

    private static void Prepare(CdiscountEdge edge, string state = "InPreparation")
    {
        edge.Answers[OrderCall] = (HttpStatusCode.OK, Sample("order.json").Replace("\"InPreparation\"", $"\"{state}\"", StringComparison.Ordinal));
        edge.Answers["GET /order-cancellation-requests"] = edge.Answers["GET /order-commercial-gesture-requests"] = (HttpStatusCode.OK, """{"items":[]}""");
        edge.Answers["GET /cancellation-reasons"] = (HttpStatusCode.OK, """{"items":[{"reason":"seller-out-of-stock"}]}""");
        edge.Answers[$"GET /orders/{Order}/commercial-gestures-available-amounts"] = (HttpStatusCode.OK, Sample("commercial-gesture-available-amounts.response.json"));
    }

    private static async Task<T> WithAsync<T>(CdiscountEdge edge, Func<ICdiscountMarketplaceClient, Task<T>> call)
    {
        await using var provider = CdiscountSamples.Provider(new Uri("http://octopia.example/seller/v2/"), static _ => { }, edge);
        return await call(provider.GetRequiredKeyedService<ICdiscountMarketplaceClient>("cdiscount"));
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private static Task ReadAsync<T>(
        string file, string call, Func<ICdiscountMarketplaceClient, Task<T>> read, Action<CdiscountEdge>? prepare = null, params Waiver[] waivers) =>
        ReadAsync(Encoding.UTF8.GetBytes(Sample(file)), HttpStatusCode.OK, call, read, prepare, waivers);

    private static Task ReadProblemAsync<T>(string name, HttpStatusCode status, string call, Func<ICdiscountMarketplaceClient, Task<T>> read, params Waiver[] waivers)
    {
        var problem = JsonNode.Parse(Sample("problem.errors.json"))![name]!;
        return ReadAsync(Encoding.UTF8.GetBytes(problem.ToJsonString()), status, call, read, static edge => Prepare(edge), waivers);
    }

    private static async Task ReadAsync<T>(
        byte[] example, HttpStatusCode status, string call, Func<ICdiscountMarketplaceClient, Task<T>> read, Action<CdiscountEdge>? prepare, Waiver[] waivers)
    {
        using var edge = new CdiscountEdge { IsAlone = true };
        prepare?.Invoke(edge);
        await WithAsync(edge, async client => await ExampleAnswers.ReadWithoutLossAsync(
            example,
            async body =>
            {
                edge.Answers[call] = (status, Encoding.UTF8.GetString(body));
                return await ExampleAnswers.TryAsync(async () => await read(client));
            },
            waivers));
    }

    private sealed class TokenEdge(string token, Action<HttpRequestMessage> look) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isToken = request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal);
            if (!isToken)
            {
                look(request);
            }

            return Task.FromResult(new HttpResponseMessage(isToken ? HttpStatusCode.OK : HttpStatusCode.NotFound)
            {
                RequestMessage = request, Content = new StringContent(isToken ? token : "{}", Encoding.UTF8, "application/json"),
            });
        }
    }
}
