using Commerce.Marketplaces.Cdiscount;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>The client against recordings in Octopia's shape, served by the real WireMock. The seller chooses what it answers.</summary>
public sealed partial class CdiscountRecordingTests(CdiscountRecordingTests.Recorded octopia)
    : IClassFixture<CdiscountRecordingTests.Recorded>, IAsyncLifetime
{
    /// <summary>Every reading operation and its call.</summary>
    private static readonly Dictionary<string, Func<ICdiscountMarketplaceClient, Task>> Readings = new()
    {
        ["list-orders"] = client => CdiscountWorld.AllAsync(client.ListOrders(March19)),
        ["count-orders"] = client => client.CountOrdersAsync(new OrderQuery { CreatedSince = March(1), CreatedUntil = March(31), ChangedUntil = March(31) }),
        ["find-order"] = client => client.FindOrderAsync(new("SCID-READY")),
        ["list-carriers"] = client => ((ICarrierDirectory)client).ListCarriersAsync(),
        ["list-cancellation-reasons"] = client => client.ListCancellationReasonsAsync("InPreparation"),
        ["list-cancellations"] = client => ((IOrderCancellation)client).GetCancellationAsync(Pending("c-0001")),
        ["find-gesture-amount"] = client => client.FindRefundableAmountAsync(new("SCID-SHIPPED")),
        ["find-gesture"] = client => ((IOrderRefunds)client).GetRefundAsync(new OrderRefunded(new("SCID-SHIPPED"), ["g-0001"]) { State = MarketplaceRequestState.Pending }),
        ["list-offers"] = client => CdiscountWorld.AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("MY-SKU-001"), new("A/B 2")] })),
        ["list-delivery-modes"] = client => client.ListDeliveryModesAsync(),
        ["find-offer-package"] = client => client.GetBatchAsync(Batch("PKG-INTEGRATED")),
        ["list-discussions"] = client => CdiscountWorld.AllAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { OrderId = new("SCID-SHIPPED") })),
        ["find-discussion"] = client => ((IMessagingClient)client).FindThreadAsync(new("d1")),
    };

    /// <summary>Every writing operation, its call, and how often its path is called when no answer comes: once, unless twice does no harm, or a look has the same path.</summary>
    private static readonly Dictionary<string, (Func<ICdiscountMarketplaceClient, Task<Refusal?>> Call, string Path, int Sends)> Writings = new()
    {
        ["decide-order"] = (client => Of(((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = new("SCID-WAITING"), AcceptedLines = [new("1")] })), "/approval-status", 1),
        ["ship-order"] = (client => Of(client.ShipOrderAsync(Shipment(Parcel("6A1")))), "/shipments", 1),
        ["cancel-order"] = (client => Of(((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new("SCID-READY"), Reason = CancellationReason.OutOfStock })), "/order-cancellation-requests", 1),
        ["cancel-lines"] = (client => Of(((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest
        {
            OrderId = new("SCID-READY"), Reason = CancellationReason.OutOfStock, Lines = [new LineAmount { LineId = new("2"), Shipping = Money.Eur(1m) }],
        })), "/order-partial-cancellation-requests", 1),
        ["create-gesture"] = (client => Of(((IOrderRefunds)client).RefundOrderAsync(Gesture(25m))), "/order-commercial-gesture-requests", 1),
        ["upload-invoice"] = (client => Of(((IOrderDocuments)client).UploadDocumentAsync(new OrderDocument
        {
            OrderId = new("SCID-SHIPPED"), Kind = OrderDocumentKind.Invoice, FileName = "Facture née.pdf", Content = "%PDF-1.7"u8.ToArray(),
        })), "/invoice-documents", 1),
        ["create-offer-package"] = (async client => (await client.UpdateStockAsync([new StockChange { Sku = new("MY-SKU-001"), Quantity = 7 }])).Items is [{ Refusal: { } refusal }] ? refusal : null, "/offer-packages", 1),
        ["send-message"] = (client => Of(((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("d1"), Body = "Hello, the address has been changed." })), "/messages", 1),
        ["create-discussion"] = (client => Of(((IMessagingClient)client).SendMessageAsync(NewDiscussion)), "/discussions", 1),
        ["update-discussion"] = (client => Of(((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("d1"), IsOpen = false })), "/discussions/d1", 3),
        ["update-message"] = (client => Of(((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("d1"), IsRead = true })), "/messages/", 2),
    };

    private readonly List<ServiceProvider> _providers = [];

    public static TheoryData<string> ReadingNames => [.. Readings.Keys];

    public static TheoryData<string> WritingNames => [.. Writings.Keys];

    private static OrderQuery March19 => new() { ChangedSince = March(19), PageSize = 2 };

    private static SendMessageRequest NewDiscussion => new()
    {
        OrderId = new("SCID-SHIPPED"), Subject = "Delivery address", Topic = "orderModification", Body = "Hello, could you confirm your street number?",
        Attachments = [new MessageAttachment("map.PNG", "image/png", new byte[] { 1, 2, 3 })],
        VendorFields = new Dictionary<string, string> { ["productId"] = "AUC1" },
    };

    public Task InitializeAsync() => octopia.ResetAsync();

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

        Assert.Contains("Cannot do that now", refusal?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task Every_writing_tells_when_nothing_can_be_known_and_is_not_repeated_unseen(string operation)
    {
        var (call, path, sends) = Writings[operation];
        foreach (var seller in (string[])["write-failing", "write-reset", "write-cut", "write-slow"])
        {
            var client = Client(seller, options => options.AttemptTimeout = TimeSpan.FromSeconds(seller == "write-slow" ? 1 : 15));

            var failure = await SlowFailures.SentAsync(() => call(client));

            // The look before it has the same path and a query.
            Assert.Equal((CommerceErrorKind.Unavailable, true, operation), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
            Assert.Equal(sends, octopia.Sent(path) - octopia.Sent(path + "?"));
        }
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task Every_reading_is_tried_again_and_then_fails_as_unavailable(string operation)
    {
        foreach (var seller in (string[])["read-failing", "read-reset", "read-cut", "read-slow"])
        {
            var client = Client(seller, options => options.AttemptTimeout = TimeSpan.FromSeconds(seller == "read-slow" ? 1 : 15));

            var failure = await SlowFailures.SentAsync(() => Readings[operation](client));

            Assert.Equal(CommerceErrorKind.Unavailable, failure.Kind);
            Assert.Equal(2, octopia.Sent("/seller/v2/"));
        }
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task Every_reading_takes_an_answer_of_another_shape_for_a_breach(string operation)
    {
        var failure = await FailureAsync(() => Readings[operation](Client("read-malformed")));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
    }

    [Fact]
    public async Task Refused_credentials_are_told_and_a_token_without_a_token_is_a_breach()
    {
        var denied = await FailureAsync(() => Client(configure: static options => options.ClientId = "denied").FindOrderAsync(new("SCID-READY")));
        var odd = await FailureAsync(() => Client(configure: static options => options.ClientId = "odd").FindOrderAsync(new("SCID-READY")));

        Assert.Equal((CommerceErrorKind.Unauthorized, "invalid_client", "token"), (denied.Kind, denied.VendorCode, denied.Operation));
        Assert.Equal((CommerceErrorKind.Protocol, "token"), (odd.Kind, odd.Operation));
        Assert.DoesNotContain("recorded-secret", denied.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_asked_for_with_a_form()
    {
        await Client().FindOrderAsync(new("SCID-UNKNOWN"));

        Snapshot.Match((await octopia.RequestsAsync("/token")).Single().ToText());
    }

    [Fact]
    public async Task A_seller_that_is_not_linked_is_forbidden() =>
        Assert.Equal(CommerceErrorKind.Forbidden, (await FailureAsync(() => Client("not-linked").FindOrderAsync(new("SCID-READY")))).Kind);

    private static DateTimeOffset March(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static async Task<Refusal?> Of<T>(Task<Outcome<T>> outcome)
        where T : class => (await outcome).Refusal;

    private static async Task<CommerceException> FailureAsync(Func<Task> call) => await Assert.ThrowsAsync<CommerceException>(call);

    private static MarketplaceParcel Parcel(string number, string line = "1") => new()
    {
        TrackingNumber = number,
        CarrierCode = "colissimo",
        TrackingUrl = new Uri($"https://tracking.example.com/{number}"),
        Lines = [new ParcelLine { LineId = new(line), Quantity = 2 }],
    };

    private static ShipOrderRequest Shipment(params MarketplaceParcel[] parcels) => new() { OrderId = new("SCID-READY"), Parcels = parcels };

    private static RefundOrderRequest Gesture(decimal amount, string? note = "Scratch on the screen") => new()
    {
        Key = new OperationKey("refund-1"), OrderId = new("SCID-SHIPPED"), Reason = RefundReason.Goodwill, Amount = Money.Eur(amount), Note = note,
    };

    private static OrderCancelled Pending(string id) =>
        new(new("SCID-READY"), [id]) { State = MarketplaceRequestState.Pending, Lines = [new(new("1")), new(new("2"))] };

    private static OfferBatch Batch(string id, params string[] skus) => new()
    {
        Id = new BatchId(id), Kind = OfferBatchKind.Stock, State = OfferBatchState.Running, Keys = [.. (skus.Length == 0 ? ["MY-SKU-001"] : skus).Select(sku => new OfferKey(new(sku)))],
    };

    /// <summary>One retry, without a wait worth the name.</summary>
    private ICdiscountMarketplaceClient Client(string seller = "12345", Action<CdiscountMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCdiscountMarketplace(options =>
        {
            options.BaseAddress = new Uri(octopia.Address, "seller/v2/");
            options.TokenAddress = new Uri(octopia.Address, "auth/realms/maas/protocol/openid-connect/token");
            (options.ClientId, options.ClientSecret, options.SellerId) = ("recorded-client", "recorded-secret", seller);
            (options.TaxEncoding, options.CancellationField, options.MessageForm) =
                (CdiscountTaxEncoding.Percent, CdiscountCancellationField.OrderSellerId, CdiscountMessageForm.Receivers);
            (options.MaxRetries, options.RetryDelay) = (1, TimeSpan.FromMilliseconds(1));
            configure?.Invoke(options);
        }).AddHttpMessageHandler(octopia.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<ICdiscountMarketplaceClient>("cdiscount");
    }

    private async Task<string> SentAsync() => string.Join("\n\n", (await octopia.RequestsAsync("/seller/v2/")).Select(request => request.ToText()));

    public sealed class Recorded() : WireMockServer("cdiscount");
}
