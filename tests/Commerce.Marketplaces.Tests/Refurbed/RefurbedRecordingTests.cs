using Commerce.Marketplaces.Refurbed;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Refurbed;

/// <summary>The client against recordings in Refurbed's shape, served by the real WireMock. The token chooses what it answers.</summary>
public sealed class RefurbedRecordingTests(RefurbedRecordingTests.Recorded refurbed) : IClassFixture<RefurbedRecordingTests.Recorded>, IAsyncLifetime
{
    /// <summary>Every reading operation and its call.</summary>
    private static readonly Dictionary<string, Func<IRefurbedMarketplaceClient, Task>> Readings = new()
    {
        ["list-orders"] = client => RefurbedWorld.AllAsync(client.ListOrders(new OrderQuery { CreatedSince = March(9), CreatedUntil = March(20), States = [MarketplaceOrderState.AwaitingAcceptance] })),
        ["find-order"] = client => client.FindOrderAsync(new("1234567")),
        ["list-carriers"] = client => ((ICarrierDirectory)client).ListCarriersAsync(),
        ["list-markets"] = client => client.ListMarketsAsync(),
        ["calculate-refund-item"] = client => client.CalculateRefundAsync(new("7654321"), Money.Eur(289.99m)),
        ["find-invoice"] = client => client.FindInvoiceAsync(new("1234567")),
        ["list-returns"] = client => RefurbedWorld.AllAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { OrderId = new("1234567"), ChangedSince = March(20) })),
        ["list-offers"] = client => RefurbedWorld.AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("TEL-128")] })),
        ["list-market-offers"] = client => RefurbedWorld.AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { Channel = "de" })),
        ["list-tickets"] = client => RefurbedWorld.AllAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { OrderId = new("1234567") })),
        ["find-ticket"] = client => ((IMessagingClient)client).FindThreadAsync(new("42")),
    };

    /// <summary>Every writing operation, its call, and how often it is sent when no answer comes.</summary>
    private static readonly Dictionary<string, (Func<IRefurbedMarketplaceClient, Task<Refusal?>> Call, string Path, int Sends)> Writings = new()
    {
        ["update-item-states"] = (client => Of(((IOrderAcceptance)client).DecideOrderAsync(Decision)), "/BatchUpdateOrderItemsState", 2),
        ["update-items"] = (client => Of(client.CorrectTrackingAsync(Shipment("1234569"))), "/BatchUpdateOrderItems", 2),
        ["refund-item"] = (client => Of(((IOrderRefunds)client).RefundOrderAsync(Refund(20m))), "/RefundOrderItem", 2),
        ["refund-item-to"] = (client => Of(client.RefundToAsync(new("1234569"), new("7654321"), Money.Eur(289.99m))), "/RefundOrderItem", 2),
        ["refund-order"] = (client => Of(((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("r"), OrderId = new("1234569"), Reason = RefundReason.Returned, Amount = Money.Eur(619.98m),
        })), "OrderService/RefundOrder", 2),
        ["set-invoice"] = (client => Of(((IOrderDocuments)client).UploadDocumentAsync(Invoice(OrderDocumentKind.Invoice))), "/SetOrderInvoiceStream", 2),
        ["upload-commercial-invoice"] = (client => Of(((IOrderDocuments)client).UploadDocumentAsync(Invoice(OrderDocumentKind.CommercialInvoice))), "/UploadOrderCommercialInvoice", 2),
        ["update-offers"] = (async client => (await client.UpdateStockAsync([new StockChange { Sku = new("TEL-128"), Quantity = 0 }])).Items[0].Refusal, "/BatchUpdateOffers", 2),
        ["create-offers"] = (async client => (await ((IOfferWriter)client).PutOffersAsync([Draft])).Items[0].Refusal, "/BatchCreateOffers", 2),
        ["delete-offers"] = (async client => (await ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("TEL-128"))])).Items[0].Refusal, "/BatchDeleteOffers", 2),
        ["update-market-offers"] = (async client => (await client.UpdatePricesAsync([Price])).Items[0].Refusal, "/BatchUpdateMarketOffer", 2),
        ["delete-market-offers"] = (async client => (await ((IChannelPrices)client).RemovePricesAsync([new OfferKey(new("TEL-128"), "de")])).Items[0].Refusal, "/BatchDeleteMarketOffer", 2),
        ["send-message"] = (client => Of(((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("42"), Body = "It leaves today.\nA & B\n\nBye" })), "/UpdateTicket", 1),
        ["create-ticket"] = (client => Of(((IMessagingClient)client).SendMessageAsync(new SendMessageRequest
        {
            Body = "Hello", Topic = "delivery", VendorFields = new Dictionary<string, string> { ["order_item_id"] = "7654321" },
            Attachments = [new MessageAttachment("map.png", "image/png", new byte[] { 1, 2, 3 })],
        })), "/CreateTicket", 1),
        ["update-ticket"] = (client => Of(((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("42"), IsOpen = false })), "/UpdateTicket", 2),
        ["send-return-label"] = (client => Of(client.SendReturnLabelAsync(new("42"))), "/GenerateReturnShippingLabel", 1),
    };

    private readonly List<ServiceProvider> _providers = [];

    public static TheoryData<string> ReadingNames => [.. Readings.Keys];

    public static TheoryData<string> WritingNames => [.. Writings.Keys];

    private static OrderDecision Decision => new() { OrderId = new("1234567"), AcceptedLines = [new("7654321"), new("7654322")] };

    private static PriceChange Price => new() { Sku = new("TEL-128"), Price = Money.Eur(299.99m), Channel = "de" };

    private static OfferDraft Draft => new() { Sku = new("TEL-256"), ProductId = "8801", ProductIdType = "INSTANCE_ID", Price = Money.Eur(399m), Quantity = 3, Condition = "A" };

    public Task InitializeAsync() => refurbed.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task Every_reading_sends_exactly_these_bytes(string operation)
    {
        await Readings[operation](Client());

        Snapshot.Match(await SentAsync(), part: operation);
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task Every_writing_is_taken_and_sends_exactly_these_bytes(string operation)
    {
        Assert.Null(await Writings[operation].Call(Client()));

        Snapshot.Match(await SentAsync(), part: operation);
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task Every_writing_takes_a_no_as_an_answer(string operation)
    {
        var refusal = await Writings[operation].Call(Client("write-refused"));

        Assert.Contains("cannot do that now", refusal?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task Every_writing_tells_when_nothing_can_be_known_and_is_repeated_only_where_that_is_harmless(string operation)
    {
        var (call, path, sends) = Writings[operation];
        foreach (var token in (string[])["write-failing", "write-reset", "write-cut"])
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(() => call(Client(token)));

            Assert.Equal((CommerceErrorKind.Unavailable, true, operation), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
            Assert.Equal(sends, refurbed.Sent(path));
        }
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task Every_writing_takes_an_answer_of_another_shape_for_a_breach(string operation)
    {
        if (operation == "send-return-label")
        {
            // Its answer says nothing.
            Assert.Null(await Writings[operation].Call(Client("write-malformed")));
            return;
        }

        var failure = await Assert.ThrowsAsync<CommerceException>(() => Writings[operation].Call(Client("write-malformed")));

        Assert.Equal((CommerceErrorKind.Protocol, operation), (failure.Kind, failure.Operation));
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task Every_reading_is_tried_again_and_then_fails_as_unavailable(string operation)
    {
        foreach (var token in (string[])["read-failing", "read-reset", "read-cut"])
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(() => Readings[operation](Client(token)));

            Assert.Equal(CommerceErrorKind.Unavailable, failure.Kind);
            Assert.Equal(2, refurbed.Sent());
        }
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task Every_reading_takes_an_answer_of_another_shape_for_a_breach(string operation)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Readings[operation](Client("read-malformed")));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
    }

    [Fact]
    public async Task An_item_that_is_refused_does_not_hide_the_other()
    {
        var decided = await ((IOrderAcceptance)Client("partly-refused")).DecideOrderAsync(Decision);

        Assert.Equal([null, RefusalCode.Validation], decided.Value.Lines.Select(line => line.Refusal?.Code));
    }

    [Fact]
    public async Task An_offer_that_is_not_known_does_not_hide_the_other()
    {
        var batch = await Client().UpdateStockAsync([new StockChange { Sku = new("TEL-128"), Quantity = 1 }, new StockChange { Sku = new("UNKNOWN"), Quantity = 1 }]);

        Assert.Equal([null, RefusalCode.NotFound], batch.Items.Select(item => item.Refusal?.Code));
    }

    [Fact]
    public async Task Parcels_are_told_with_address_slug_number_and_identifiers()
    {
        var parcel = RefurbedWorld.Parcel("6A1") with
        {
            Lines = [new ParcelLine { LineId = new("7654321"), Quantity = 1, Identifiers = [new ItemIdentifier(ItemIdentifierKind.Imei, "356938035643809")] }],
        };
        var shipped = await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("1234568"), Parcels = [parcel], VendorFields = new Dictionary<string, string> { ["weight_kg"] = "0.35", ["manufacturing_country"] = "cn", ["hs_code"] = "8517.1300" },
        });

        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task Nothing_is_paid_back_when_the_calculation_gives_another_amount()
    {
        var refunded = await ((IOrderRefunds)Client("discounted")).RefundOrderAsync(Refund(20m));

        Assert.Equal(RefusalCode.Conflict, refunded.Refusal?.Code);
        Assert.Equal(0, refurbed.Sent("/RefundOrderItem"));
    }

    [Fact]
    public async Task An_unknown_order_and_a_replaced_token_are_told_apart()
    {
        Assert.Null(await Client().FindOrderAsync(new("404")));
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client("replaced-token").FindOrderAsync(new("1234567")));

        Assert.Equal((CommerceErrorKind.Unauthorized, "16"), (failure.Kind, failure.VendorCode));
        Assert.DoesNotContain("replaced-token", failure.ToString(), StringComparison.Ordinal);
    }

    private static DateTimeOffset March(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static async Task<Refusal?> Of<T>(Task<Outcome<T>> outcome)
        where T : class => (await outcome).Refusal;

    private static ShipOrderRequest Shipment(string order) => new() { OrderId = new(order), Parcels = [RefurbedWorld.Parcel("6A2")] };

    private static RefundOrderRequest Refund(decimal amount) => new()
    {
        Key = new OperationKey("r"), OrderId = new("1234569"), Reason = RefundReason.Goodwill, Lines = [new LineAmount { LineId = new("7654321"), Goods = Money.Eur(amount) }],
    };

    private static OrderDocument Invoice(OrderDocumentKind kind) => new()
    {
        OrderId = new("1234567"), Kind = kind, FileName = "invoice.pdf", Number = "INV-1", Content = "%PDF-1.7"u8.ToArray(),
    };

    /// <summary>One retry, without a wait worth the name.</summary>
    private IRefurbedMarketplaceClient Client(string token = "recorded-token")
    {
        var services = new ServiceCollection();
        services.AddRefurbedMarketplace(options =>
        {
            (options.BaseAddress, options.ApiToken, options.CallsPerSecond) = (refurbed.Address, token, 100);
            (options.Taxation, options.ShippingProfileId) = (RefurbedTaxation.Marginal, 901);
            (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.FromMilliseconds(1));
        }).AddHttpMessageHandler(refurbed.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IRefurbedMarketplaceClient>("refurbed");
    }

    private async Task<string> SentAsync() => string.Join("\n\n", (await refurbed.RequestsAsync()).Select(request => request.ToText()));

    public sealed class Recorded() : WireMockServer("refurbed");
}
