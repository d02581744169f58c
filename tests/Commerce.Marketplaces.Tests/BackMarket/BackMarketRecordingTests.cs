using Commerce.Marketplaces.BackMarket;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

/// <summary>
/// The Back Market client against recordings in Back Market's shape, served by the real WireMock. Every call is made with a key that ends in what
/// becomes of it: 200 goes well, 400 is refused, 500 fails, 501 breaks off, 502 is answered with something else.
/// </summary>
public sealed partial class BackMarketRecordingTests(BackMarketRecordingTests.Recorded backmarket)
    : IClassFixture<BackMarketRecordingTests.Recorded>, IAsyncLifetime
{
    private static readonly Dictionary<string, Func<IBackMarketMarketplaceClient, string, Task<Refusal?>>> Writings = new()
    {
        ["accept"] = async (client, end) => (await ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = new("61" + end), AcceptedLines = [new("98765")] })).Refusal,
        ["ship"] = async (client, end) => (await client.ShipOrderAsync(Shipping("62" + end))).Refusal,
        ["cancel"] = async (client, end) => (await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new("63" + end), Reason = CancellationReason.OutOfStock })).Refusal,
        ["refund-line"] = async (client, end) => (await RefundAsync(client, "64" + end, new LineAmount { LineId = new("98765"), Quantity = 1 })).Refusal,
        ["refund-amount"] = async (client, end) => (await RefundAsync(client, "65" + end, new LineAmount { LineId = new("65" + end), Goods = Money.Eur(89.99m) })).Refusal,
        ["upload-invoice"] = async (client, end) => (await ((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = new("66" + end), Kind = OrderDocumentKind.Invoice, FileName = "invoice \"1\".pdf", Content = "%PDF"u8.ToArray() })).Refusal,
        ["set-identifiers"] = async (client, end) => (await client.SetIdentifiersAsync(new("67" + end), "153124587625348", "SN-ABC123XYZ")).Refusal,
        ["update-stock"] = async (client, end) => (await client.UpdateStockAsync([new StockChange { Sku = new("L-" + end.Replace("400", "401", StringComparison.Ordinal)), Quantity = 12 }])).Items[0].Refusal,
        ["update-prices"] = async (client, end) => (await client.UpdatePricesAsync([new PriceChange { Sku = new("L-" + end.Replace("400", "401", StringComparison.Ordinal)), Price = Money.Eur(160.9m), MinimumPrice = Money.Eur(150m) }])).Items[0].Refusal,
        ["import-listings"] = async (client, end) => (await client.UpdatePricesAsync(
        [
            new PriceChange { Sku = new("PHONE-1"), Price = Money.Eur(160.9m), Channel = MarketOf(end) },
            new PriceChange { Sku = new("PHONE,2"), Price = Money.Eur(99m), Channel = MarketOf(end) },
        ])).Items.Select(item => item.Refusal).FirstOrDefault(),
        ["send-message"] = async (client, end) => (await ((IMessagingClient)client).SendMessageAsync(
            new SendMessageRequest { ThreadId = new("71" + end), Body = "Héllo, please use the label.", Attachments = [new("label.pdf", "application/pdf", "%PDF"u8.ToArray())] })).Refusal,
        ["declare-problem"] = async (client, end) => (await client.DeclareProblemAsync(
            new("72" + end), BackMarketProblem.DamagedPackage, "It is broken.", [new MessageAttachment("photo.jpg", "image/jpeg", "JFIF"u8.ToArray())])).Refusal,
        ["transfer-item"] = async (client, end) => (await client.TransferItemAsync(new("73" + end), "dhl express", "1Z900", BackMarketItemAction.Repair)).Refusal,
    };

    private static readonly Dictionary<string, Func<IBackMarketMarketplaceClient, string, Task>> Readings = new()
    {
        ["list-orders"] = (client, end) => FirstPageAsync(client.ListOrders(new OrderQuery { ChangedSince = March(10) }), end),
        ["find-order"] = (client, end) => client.FindOrderAsync(new("60" + end)),
        ["list-deliveries"] = (client, end) => client.ListDeliveriesAsync(new("68" + end)),
        ["list-listings"] = (client, end) => FirstPageAsync(((IOfferReader)client).ListOffers(new OfferQuery { Channel = "de-de" }), end),
        ["find-task"] = (client, end) => client.GetBatchAsync(Batch("69" + end)),
        ["list-care-folders"] = (client, end) => FirstPageAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { ChangedSince = March(20) }), end, "0/"),
        ["find-care-folder"] = (client, end) => ((IMessagingClient)client).FindThreadAsync(new("70" + end)),
        ["list-returns"] = (client, end) => FirstPageAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { OrderId = new("42") }), end),
        ["list-competitors"] = (client, end) => client.ListCompetitorsAsync("74" + end),
    };

    private readonly List<ServiceProvider> _providers = [];

    public static TheoryData<string> WritingNames => [.. Writings.Keys];

    public static TheoryData<string> ReadingNames => [.. Readings.Keys];

    public Task InitializeAsync() => backmarket.ResetAsync();

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task What_is_told_goes_out_in_exactly_these_bytes(string call)
    {
        Assert.Null(await Writings[call](Client(), "200"));

        Snapshot.Match(await SentAsync(), call);
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task What_is_asked_goes_out_in_exactly_these_bytes(string call)
    {
        await Readings[call](Client(), "200");

        Snapshot.Match(await SentAsync(), call);
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task A_no_is_a_refusal_with_its_reason(string call)
    {
        var refusal = await Writings[call](Client(), "400");

        Assert.Equal(RefusalCode.ExternalRejected, refusal?.Code);
        Assert.StartsWith("backmarket refused: ", refusal!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no reason given", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task A_question_that_is_refused_is_a_failure(string call) =>
        Assert.Equal(CommerceErrorKind.Invalid, (await FailureAsync(() => Readings[call](Client(), "400"))).Kind);

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task What_is_told_and_fails_may_have_happened(string call)
    {
        Assert.Equal((CommerceErrorKind.Unavailable, true), Of(await FailureAsync(() => Writings[call](Client(), "500"))));
        Assert.Equal((CommerceErrorKind.Unavailable, true), Of(await FailureAsync(() => Writings[call](Client(), "501"))));
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task What_is_asked_and_fails_is_asked_once_more(string call)
    {
        Assert.Equal(CommerceErrorKind.Unavailable, (await FailureAsync(() => Readings[call](Client(), "500"))).Kind);
        Assert.Equal(2, backmarket.Sent());
        Assert.Equal(CommerceErrorKind.Unavailable, (await FailureAsync(() => Readings[call](Client(), "501"))).Kind);
    }

    [Theory]
    [MemberData(nameof(WritingNames))]
    public async Task Something_else_as_an_answer_to_what_is_told_is_a_protocol_failure(string call)
    {
        if (call is "upload-invoice" or "declare-problem" or "transfer-item")
        {
            // These have no answer but their status.
            return;
        }

        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Writings[call](Client(), "502"))).Kind);
    }

    [Theory]
    [MemberData(nameof(ReadingNames))]
    public async Task Something_else_as_an_answer_to_what_is_asked_is_a_protocol_failure(string call) =>
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Readings[call](Client(), "502"))).Kind);

    [Theory]
    [InlineData("refund-amount", "/refund", 1)]
    [InlineData("refund-line", "/ws/orders/64500", 2)]
    [InlineData("accept", "/ws/orders/61500", 3)]
    [InlineData("send-message", "/msg", 1)]
    public async Task Only_what_may_be_repeated_is_sent_again(string call, string path, int sent)
    {
        await FailureAsync(() => Writings[call](Client(), "500"));

        Assert.Equal(sent, backmarket.Sent(path));
    }

    private static (CommerceErrorKind Kind, bool IsOutcomeUnknown) Of(CommerceException failure) => (failure.Kind, failure.IsOutcomeUnknown);

    private static DateTimeOffset March(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static string MarketOf(string end) => end switch { "400" => "de-de", "500" => "es-es", "501" => "it-it", "502" => "nl-nl", _ => "fr-fr" };

    private static ShipOrderRequest Shipping(string id) => new()
    {
        OrderId = new(id),
        ShippedAt = March(12),
        Parcels = [new MarketplaceParcel { TrackingNumber = "XY123456789FR", CarrierName = "chronopost", TrackingUrl = new Uri("https://track.example.com/XY123456789FR") }],
        VendorFields = new Dictionary<string, string> { ["vat_type"] = "MARGINAL" },
    };

    private static Task<Outcome<OrderRefunded>> RefundAsync(IMarketplaceClient client, string id, LineAmount line) => ((IOrderRefunds)client).RefundOrderAsync(
        new RefundOrderRequest { Key = new("r-1"), OrderId = new(id), Reason = RefundReason.NotReceived, Lines = [line], Note = "With our apologies." });

    private static OfferBatch Batch(string id) => new()
    {
        Id = new BatchId(id), Kind = OfferBatchKind.Price, State = OfferBatchState.Running, Keys = [new(new("PHONE-1")), new(new("PHONE-2")), new(new("PHONE-3"))],
    };

    private static async Task FirstPageAsync<T>(Paged<T> paged, string end, string prefix = "")
    {
        await foreach (var page in paged.PagesAsync(end == "200" ? null : new ContinuationToken(prefix + end)))
        {
            Assert.NotEmpty(page.Items);
        }
    }

    private static async Task<CommerceException> FailureAsync(Func<Task> call) => await Assert.ThrowsAsync<CommerceException>(call);

    /// <summary>One retry, without a wait worth the name.</summary>
    private IBackMarketMarketplaceClient Client(Action<BackMarketMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (backmarket.Address, "cmVjb3JkZWQ=");
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            (options.MaxRetries, options.RetryDelay, options.KeepCallFrequencies) = (1, TimeSpan.FromMilliseconds(1), false);
            (options.BatchPricesFrom, options.UnnamedItem) = (2, BackMarketUnnamedItem.NotDone);
            configure?.Invoke(options);
        }).AddHttpMessageHandler(backmarket.Edge);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IBackMarketMarketplaceClient>("backmarket");
    }

    private async Task<string> SentAsync() => string.Join("\n\n", (await backmarket.RequestsAsync()).Select(request => request.ToText()));

    public sealed class Recorded() : WireMockServer("backmarket");
}
