using Commerce.Marketplaces.Ebay;
using Commerce.Testing.Sandbox;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

public sealed class EbayDamagedAnswersTests : IAsyncLifetime
{
    private const string Order = "12-10000-00001";
    private const string Shipped = "12-10000-00002";

    private readonly VendorEdge _edge = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;
    private string _request = "";
    private string _return = "";
    private string _dispute = "";

    private IEbayMarketplaceClient Client => _provider.GetRequiredKeyedService<IEbayMarketplaceClient>("ebay");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var ebay = _sandbox.Get<EbaySandbox>();
        ebay.Offer("LAMP-1", 12, 29.90m);
        ebay.Place(new SandboxOrder { Id = Order, Lines = [("LAMP-1", 2, 29.90m)] });
        ebay.Place(new SandboxOrder { Id = Shipped, Lines = [("LAMP-1", 2, 29.90m)] });
        ebay.BuyerWrites(Order, "Where is it?");
        _request = ebay.BuyerAsksToCancel(Order);
        _return = ebay.BuyerReturns(Shipped, 1);
        ebay.BuyerMissesItem(Shipped);
        _dispute = ebay.BuyerDisputesPayment(Shipped);
        var services = new ServiceCollection();
        services.AddEbayMarketplace(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("ebay");
            (options.ClientId, options.ClientSecret, options.RefreshToken) = (ebay.ClientId, ebay.ClientSecret, ebay.RefreshToken);
            (options.MarketplaceId, options.SellerUsername) = ("EBAY_FR", ebay.Seller);
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => _edge);
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public Task Orders() => CheckAsync(() => DrainAsync(Client.ListOrders(new OrderQuery { IncludeRaw = true })));

    [Fact]
    public Task Shipping() => CheckAsync(() => Client.ShipOrderAsync(
        new ShipOrderRequest { OrderId = new(Shipped), Parcels = [new MarketplaceParcel { TrackingNumber = "P1", CarrierCode = "UPS" }] }));

    [Fact]
    public Task Refunds() => CheckAsync(() => Client.ListRefundsAsync(new(Shipped)));

    [Fact]
    public Task Cancelling() => CheckAsync(() => ((IOrderCancellation)Client).CancelOrderAsync(
        new CancelOrderRequest { OrderId = new(Order), Reason = CancellationReason.OutOfStock }));

    [Fact]
    public Task Requests_to_cancel() => CheckAsync(() => DrainAsync(((ICancellationRequests)Client).ListCancellationRequests(new CancellationRequestQuery { IncludeRaw = true })));

    [Fact]
    public Task Answers_to_requests() => CheckAsync(() => ((ICancellationRequests)Client).AnswerCancellationAsync(
        new CancellationAnswer { RequestId = new(_request), OrderId = new(Order), IsAccepted = false }));

    [Fact]
    public Task Eligibility() => CheckAsync(() => Client.CheckCancellationAsync(new(Order)));

    [Fact]
    public Task Returns() => CheckAsync(() => DrainAsync(((IReturnsClient)Client).ListReturns(new ReturnQuery { IncludeRaw = true })));

    [Fact]
    public Task Return_decisions() => CheckAsync(() => ((IReturnsClient)Client).DecideReturnsAsync(
        [new ReturnDecision { ReturnId = new(_return), Verdict = ReturnVerdict.Accept }]));

    [Fact]
    public Task Inquiries() => CheckAsync(() => DrainAsync(Client.ListInquiries(new EbayResolutionQuery { IncludeRaw = true })));

    [Fact]
    public Task Disputes() => CheckAsync(async () =>
    {
        await DrainAsync(Client.ListPaymentDisputes(new EbayPaymentDisputeQuery()));
        await Client.FindPaymentDisputeAsync(_dispute);
    });

    [Fact]
    public Task Offers() => CheckAsync(() => DrainAsync(((IOfferReader)Client).ListOffers(new OfferQuery { IncludeRaw = true })));

    [Fact]
    public Task Stock() => CheckAsync(() => Client.UpdateStockAsync([new StockChange { Sku = new("LAMP-1"), Quantity = 4 }]));

    [Fact]
    public Task Offer_drafts() => CheckAsync(() => ((IOfferWriter)Client).PutOffersAsync(
        [new OfferDraft { Sku = new("LAMP-1"), ProductId = "4000000000006", Price = Money.Eur(20m), Quantity = 1, Condition = "NEW" }]));

    [Fact]
    public Task Conversations() => CheckAsync(() => DrainAsync(((IMessagingClient)Client).ListThreads(new ThreadQuery { IncludeMessages = true, IncludeRaw = true })));

    [Fact]
    public Task Messages() => CheckAsync(() => ((IMessageSender)Client).SendMessageAsync(new SendMessageRequest { OrderId = new(Order), Body = "Hello" }));

    [Fact]
    public Task Subscriptions() => CheckAsync(() => ((INotificationSubscriptions)Client).ListSubscriptionsAsync());

    [Fact]
    public Task Public_keys()
    {
        var ebay = _sandbox.Get<EbaySandbox>();

        // The edge gets its way to the network from the first client.
        Assert.NotNull(Client);

        // A verifier of its own for each call: the key is kept for an hour.
        return CheckAsync(async () =>
        {
            var services = new ServiceCollection();
            services.AddEbayMarketplace(options =>
            {
                options.BaseAddress = _sandbox.AddressOf("ebay");
                (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = (ebay.ClientId, ebay.ClientSecret, ebay.RefreshToken, "EBAY_FR");
                options.MaxRetries = 0;
            }).ConfigurePrimaryHttpMessageHandler(() => new HttpMessageInvokerHandler(_edge));
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredKeyedService<IWebhookVerifier<MarketplaceNotification>>("ebay").VerifyAsync(ebay.Push("T", "{}"));
        });
    }

    [Fact]
    public Task Signing_keys() => CheckAsync(() => Client.CreateSigningKeyAsync(EbaySigningCipher.Ed25519));

    [Fact]
    public Task Quotas() => CheckAsync(() => Client.ReadQuotasAsync());

    [Fact]
    public Task Reports() => CheckAsync(async () =>
    {
        if ((await Client.RequestListingReportAsync()).TryGet(out var report, out _))
        {
            await Client.GetReportAsync(report);
        }
    });

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
        }
    }

    private async Task CheckAsync(Func<Task> call) => Assert.True(await DamagedAnswers.CheckAsync(_edge, call) > 0);

    /// <summary>Hands a call to the edge, which is in the pipeline of another client already.</summary>
    private sealed class HttpMessageInvokerHandler(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _invoker = new(inner, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _invoker.SendAsync(request, cancellationToken);
    }
}
