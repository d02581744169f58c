using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Refurbed;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Refurbed;

/// <summary>Every request of the client against Refurbed's own contract. A member that it does not name breaks it.</summary>
public sealed class RefurbedContractTests(RefurbedMock refurbed) : IClassFixture<RefurbedMock>
{
    private const string Paid = """{"currency_code":"EUR","total_paid":"289.99","total_refunded":"20","refunded":"20","refunded_refurbed":"2.2","refunded_merchant":"17.8"}""";

    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly MessageAttachment Picture = new("map.png", "image/png", new byte[] { 1, 2, 3 });

    /// <summary>Every method, the call that asks it, and the state of the order's items.</summary>
    private static readonly Dictionary<string, (string State, Func<IRefurbedMarketplaceClient, Task> Call)> Methods = new()
    {
        ["OrderService/ListOrders"] = ("NEW", client => FirstAsync(client.ListOrders(new OrderQuery { CreatedSince = March, CreatedUntil = March, States = [MarketplaceOrderState.Cancelled] }))),
        ["OrderService/GetOrder"] = ("", client => client.FindOrderAsync(new("1234567"))),
        ["OrderItemService/BatchUpdateOrderItemsState"] = ("ACCEPTED", client => client.ShipOrderAsync(Shipment)),
        ["OrderItemService/BatchUpdateOrderItems"] = ("SHIPPED", client => client.CorrectTrackingAsync(Shipment)),
        ["ShippingProfileService/ListAvailableCarriers"] = ("", client => ((ICarrierDirectory)client).ListCarriersAsync()),
        ["MarketService/ListMarkets"] = ("", client => client.ListMarketsAsync()),
        ["OrderItemService/CalculateRefundOrderItem"] = ("SHIPPED", client => client.CalculateRefundAsync(new("7654321"), Money.Eur(0))),
        ["OrderItemService/RefundOrderItem"] = ("SHIPPED", client => client.RefundToAsync(new("1234567"), new("7654321"), Money.Eur(289.99m))),
        ["OrderService/CalculateRefundOrder"] = ("SHIPPED", client => RefundWholeAsync(client)),
        ["OrderService/RefundOrder"] = ("SHIPPED", client => RefundWholeAsync(client)),
        ["OrderService/GetOrderInvoice"] = ("", client => client.FindInvoiceAsync(new("1234567"))),
        ["OrderItemReturnService/ListOrderItemReturns"] = ("", client => FirstAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { OrderId = new("1234567"), ChangedSince = March }))),
        ["OfferService/ListOffers"] = ("", client => FirstAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("A")] }))),
        ["MarketOfferService/ListMarketOffers"] = ("", async client =>
        {
            await foreach (var page in ((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("A")], Channel = "de" }).PagesAsync(new ContinuationToken("55501")))
            {
                Assert.NotNull(page);
            }
        }),
        ["OfferService/BatchUpdateOffers"] = ("", client => client.UpdatePricesAsync([new PriceChange { Sku = new("A"), Price = Money.Eur(9.90m), MinimumPrice = Money.Eur(8m) }])),
        ["OfferService/BatchCreateOffers"] = ("", client => ((IOfferWriter)client).PutOffersAsync([new OfferDraft
        {
            Sku = new("B"), ProductId = "1234567890128", Price = Money.Eur(9.90m), Quantity = 1, Condition = "AA",
            VendorFields = new Dictionary<string, string>
            {
                ["taxation"] = "GROSS", ["shipping_profile_id"] = "901", ["secondary_shipping_profile_id"] = "902", ["reference_min_price"] = "9", ["battery_condition"] = "NEW",
            },
        }])),
        ["OfferService/BatchDeleteOffers"] = ("", client => ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("A"))])),
        ["MarketOfferService/BatchUpdateMarketOffer"] = ("", client => client.UpdatePricesAsync([MarketPrice])),
        ["MarketOfferService/BatchCreateMarketOffer"] = ("", client => client.UpdatePricesAsync([MarketPrice])),
        ["MarketOfferService/BatchDeleteMarketOffer"] = ("", client => ((IChannelPrices)client).RemovePricesAsync([new OfferKey(new("A"), "de")])),
        ["TicketService/ListTickets"] = ("", client => FirstAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { OrderId = new("1234567") }))),
        ["TicketService/GetTicket"] = ("", client => ((IMessagingClient)client).FindThreadAsync(new("42"))),
        ["TicketService/UpdateTicket"] = ("", client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("42"), Body = "Hello", Attachments = [Picture] })),
        ["TicketService/CreateTicket"] = ("", client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest
        {
            Topic = "delivery", Body = "Hello", Attachments = [Picture], VendorFields = new Dictionary<string, string> { ["order_item_id"] = "7654321" },
        })),
        ["TicketService/GenerateReturnShippingLabel"] = ("", client => client.SendReturnLabelAsync(new("42"))),
        ["OrderService/GetOrderCommercialInvoice"] = ("", static _ => Task.CompletedTask),
        ["OrderItemService/GetOrderItem"] = ("", static _ => Task.CompletedTask),
    };

    public static IEnumerable<string> Asked => Methods.Keys.Where(static name => name is not ("OrderService/GetOrderCommercialInvoice" or "OrderItemService/GetOrderItem"));

    private static PriceChange MarketPrice => new() { Sku = new("A"), Price = Money.Eur(9.90m), Channel = "de", MinimumPrice = Money.Eur(8m) };

    private static ShipOrderRequest Shipment => new()
    {
        OrderId = new("1234567"),
        Parcels =
        [
            new MarketplaceParcel
            {
                TrackingNumber = "6A1", CarrierCode = "colissimo", TrackingUrl = new Uri("https://tracking.example.com/6A1"),
                Lines = [new ParcelLine { LineId = new("7654321"), Quantity = 1, Identifiers = [new ItemIdentifier(ItemIdentifierKind.SerialNumber, "S1")] }],
            },
        ],
        VendorFields = new Dictionary<string, string> { ["weight_kg"] = "0.35", ["manufacturing_country"] = "CN", ["hs_code"] = "8517.1300" },
    };

    /// <summary>Streams are described as a list without entries there, so that they cannot be checked: recordings show them.</summary>
    [VendorSpecFact]
    public async Task Every_request_keeps_the_contract()
    {
        foreach (var method in Asked)
        {
            await CheckAsync(method);
        }
    }

    [VendorSpecFact]
    public async Task A_member_that_the_contract_does_not_name_is_seen()
    {
        var address = await refurbed.AddressAsync(Methods.Keys.Select(static name => "/refb.merchant.v1." + name));
        using var http = new HttpClient();
        using var content = new StringContent("""{"id":"1","colour":"red"}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await http.PostAsync(new Uri(address, "refb.merchant.v1.OrderService/GetOrder"), content);

        Assert.False(response.IsSuccessStatusCode);
    }

    [VendorSpecFact]
    public async Task The_samples_are_read_without_loss_of_what_an_order_tells()
    {
        using var edge = new RefurbedEdge();
        edge.Answers["OrderService/ListOrders"] = Sample("list-orders.response.json");
        await using var provider = Provider(new Uri("http://127.0.0.1:9/"), edge);
        var orders = new List<MarketplaceOrder>();
        await foreach (var entry in Client(provider).ListOrders(new OrderQuery()))
        {
            orders.Add(entry);
        }

        var order = Assert.Single(orders);
        Assert.Equal((new MarketplaceOrderId("1234567"), MarketplaceOrderState.AwaitingAcceptance, "NEW", Money.Eur(619.98m)), (order.Id, order.State, order.VendorState, order.Amounts!.Total));
        Assert.Equal(("Beispielgasse 3", "Top 4", "1010", "Wien", "AT", "Jane Doe", "+43100000000"),
            (order.ShipTo!.Address.Line1, order.ShipTo.Address.Line2, order.ShipTo.Address.PostalCode, order.ShipTo.Address.City, order.ShipTo.Address.Country.Value, order.ShipTo.Contact.Name, order.ShipTo.Contact.Phone.ToString()));
        Assert.Equal("anonymized-customer@example.test", order.Buyer!.Email.ToString());
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 8, 35, 0, TimeSpan.Zero), order.CreatedAt);
        Assert.All(order.Lines, line => Assert.Equal(
            (new Sku("IP13-128-BLK-A"), "55501", "iPhone 13 | 128 GB | black", 1, Money.Eur(309.99m), Money.Eur(0), Money.Eur(34.10m), "NEW"),
            (line.Sku, line.VendorProductId, line.Title, line.Quantity, line.GoodsPrice, line.Shipping, line.Commission, line.VendorState)));
        Assert.Equal(["7654321", "7654322"], order.Lines.Select(line => line.Id.Value));
    }

    [VendorSpecFact]
    public async Task The_sample_of_a_batch_gives_the_sample_s_request_and_an_outcome_for_each_item()
    {
        var sample = JsonNode.Parse(Sample("batch-update-items-state.json"))!;
        using var edge = new RefurbedEdge();
        edge.Answers["OrderService/GetOrder"] = Order("ACCEPTED");
        edge.Answers["OrderItemService/BatchUpdateOrderItemsState"] = sample["response"]!.ToJsonString();
        await using var provider = Provider(new Uri("http://127.0.0.1:9/"), edge);
        var page = new Uri("https://tracking.example/1Z999");
        MarketplaceParcel Parcel(string reference, params ParcelLine[] lines) => new() { Reference = reference, TrackingUrl = page, Lines = lines };

        var shipped = await Client(provider).ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("1234567"),
            Parcels =
            [
                Parcel("1", new ParcelLine { LineId = new("7654321"), Quantity = 1, Identifiers = [new ItemIdentifier(ItemIdentifierKind.Imei, "356938035643809")] })
                    with { TrackingNumber = "01234567890123", CarrierCode = "dpd-at" },
                Parcel("2", new ParcelLine { LineId = new("7654322"), Quantity = 1 }),
            ],
        });

        Assert.Equal([null, "refurbed refused: parcel tracking url needs to be set"], shipped.Value.Parcels.Select(parcel => parcel.Refusal?.Message));
        var sent = JsonNode.Parse(edge.Bodies.Single(static body => body.Contains("updates", StringComparison.Ordinal)))!["updates"]!;
        Assert.True(JsonNode.DeepEquals(sample["request"]!["updates"]![0], sent[0]), sent.ToJsonString());
    }

    [VendorSpecFact]
    public async Task The_samples_of_errors_are_told_with_code_and_words()
    {
        foreach (var (name, body) in JsonNode.Parse(Sample("errors.json"))!.AsObject())
        {
            using var handler = new Refusing(int.Parse(name.Split('_')[^1], System.Globalization.CultureInfo.InvariantCulture), body!.ToJsonString());
            await using var provider = Provider(new Uri("http://127.0.0.1:9/"), handler);

            var failure = await Assert.ThrowsAsync<CommerceException>(() => Client(provider).FindOrderAsync(new("1")));

            Assert.Equal((body["code"]!.ToJsonString(), (string?)body["message"]), (failure.VendorCode, failure.VendorMessage));
        }
    }

    private static string Sample(string file) => File.ReadAllText(VendorSpecs.PathOf("marketplaces", "refurbed", "samples", file));

    private static string Order(string state)
    {
        var order = JsonNode.Parse(Sample("list-orders.response.json"))!["orders"]![0]!.DeepClone();
        order["state"] = state;
        foreach (var item in order["items"]!.AsArray())
        {
            item!["state"] = state;
        }

        return new JsonObject { ["order"] = order }.ToJsonString();
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
            return;
        }
    }

    private static Task<Outcome<OrderRefunded>> RefundWholeAsync(IRefurbedMarketplaceClient client) => ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
    {
        Key = new OperationKey("r"), OrderId = new("1234567"), Reason = RefundReason.Returned, Amount = Money.Eur(619.98m),
    });

    private static IRefurbedMarketplaceClient Client(ServiceProvider provider) => provider.GetRequiredKeyedService<IRefurbedMarketplaceClient>("refurbed");

    private static ServiceProvider Provider(Uri address, params DelegatingHandler[] handlers)
    {
        var services = new ServiceCollection();
        var http = services.AddRefurbedMarketplace(options =>
        {
            (options.BaseAddress, options.ApiToken, options.MaxRetries, options.CallsPerSecond) = (address, "invented-token", 0, 100);
            options.CarrierSlugs["colissimo"] = "colissimo";
            options.CarrierSlugs["dpd-at"] = "dpd-at";
        });
        foreach (var handler in handlers)
        {
            http.AddHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider();
    }

    private async Task CheckAsync(string method)
    {
        var address = await refurbed.AddressAsync(Methods.Keys.Select(static name => "/refb.merchant.v1." + name));
        using var edge = new RefurbedEdge();
        using var contract = new ContractEdge();
        var (state, call) = Methods[method];
        if (state.Length > 0 && method != "OrderService/GetOrder")
        {
            edge.Answers["OrderService/GetOrder"] = Order(state);
        }

        if (method == "OrderItemService/RefundOrderItem")
        {
            edge.Answers["OrderItemService/CalculateRefundOrderItem"] = Paid;
        }
        else if (method == "OrderService/RefundOrder")
        {
            edge.Answers["OrderService/CalculateRefundOrder"] = """{"currency_code":"EUR","total_paid":"0","total_refunded":"619.98","refunded":"619.98","refunded_refurbed":"0","refunded_merchant":"619.98"}""";
        }
        else if (method == "MarketOfferService/BatchCreateMarketOffer")
        {
            edge.Answers["MarketOfferService/BatchUpdateMarketOffer"] = """{"results":[{"status":{"code":5,"message":"not found"}}]}""";
        }
        else if (method == "OfferService/BatchCreateOffers")
        {
            edge.Answers["OfferService/ListOffers"] = """{"offers":[],"has_more":false}""";
        }

        await using var provider = Provider(address, edge, contract);
        try
        {
            await call(Client(provider));
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }

        Assert.True(contract.Violations.Count == 0, string.Join("\n", contract.Violations));
        Assert.Contains(method, edge.Calls);
    }

    private sealed class Refusing(int status, string body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage((System.Net.HttpStatusCode)status) { RequestMessage = request, Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") });
    }
}
