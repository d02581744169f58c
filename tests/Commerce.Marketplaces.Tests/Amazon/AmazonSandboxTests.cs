using Commerce.Http;
using Commerce.Marketplaces.Amazon;
using Commerce.Testing;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

/// <summary>The conformance kit against the sandbox, and journeys that only Amazon has.</summary>
public sealed partial class AmazonSandboxTests : MarketplaceClientContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];
    private SandboxHost _sandbox = null!;

    private AmazonSandbox Amazon => _sandbox.Get<AmazonSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        Amazon.Offer("LAMP-1", 12, 29.90m);
        Amazon.Offer("LAMP-2", 3, 49.99m);
    }

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Several_parcels_are_told_one_by_one_and_a_refused_one_does_not_hide_the_others()
    {
        var client = Client();
        var id = Place(("LAMP-1", 2));
        var line = (await client.FindOrderAsync(id))!.Lines[0];

        var first = await client.ShipOrderAsync(Parts(id, line, ("P1", 1)));
        var repeated = await client.ShipOrderAsync(Parts(id, line, ("P1", 1)));
        var partial = (await client.FindOrderAsync(id))!.State;
        var others = await client.ShipOrderAsync(Parts(id, line, ("P2", 1), ("P3", 1)));

        Assert.True(first.Value.Parcels.Single().IsSuccess);
        Assert.True(repeated.Value.WasAlreadyShipped);
        Assert.Equal(MarketplaceOrderState.PartiallyShipped, partial);
        Assert.Equal([true, false], others.Value.Parcels.Select(parcel => parcel.IsSuccess));
        Assert.Equal((RefusalCode.ExternalRejected, "PackageToUpdateNotFound"), (others.Value.Parcels[1].Refusal!.Code, others.Value.Parcels[1].Refusal!.VendorCode));
        Assert.Equal("SHIPPED", Amazon.OrderStates[id.Value]);
        Assert.Equal(["1", "2"], (await client.FindOrderAsync(id))!.Parcels.Select(parcel => parcel.Reference));
        Assert.Equal(1, Amazon.Shipments[$"{id}/P1"]);
    }

    [Fact]
    public async Task A_parcel_is_corrected_by_its_number()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1));
        var line = (await client.FindOrderAsync(id))!.Lines[0];
        await client.ShipOrderAsync(Parts(id, line, ("WRONG", 1)));

        var corrected = await client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = id, Parcels = [new MarketplaceParcel { Reference = "1", TrackingNumber = "RIGHT", CarrierCode = "UPS", Lines = [new ParcelLine { LineId = line.Id, Quantity = 1 }] }],
        });

        Assert.True(corrected.IsSuccess, corrected.Refusal?.Message);
        Assert.Equal("RIGHT", Assert.Single((await client.FindOrderAsync(id))!.Parcels).TrackingNumber);
    }

    [Fact]
    public async Task An_order_that_Amazon_ships_is_not_shipped_by_the_seller()
    {
        var client = Client();
        var id = new MarketplaceOrderId(Amazon.PlaceByAmazon(new SandboxOrder { Lines = [("LAMP-1", 1, 29.90m)] }));

        var order = (await client.FindOrderAsync(id))!;
        var shipped = await client.ShipOrderAsync(Parts(id, order.Lines[0], ("P1", 1)));

        Assert.Equal(FulfilmentParty.Marketplace, order.Lines[0].FulfilledBy);
        Assert.Equal(RefusalCode.PolicyViolation, shipped.Refusal?.Code);
    }

    [Fact]
    public async Task A_token_that_expired_early_is_renewed_and_the_call_sent_again()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1));
        await client.FindOrderAsync(id);
        Amazon.ExpireTokens();

        Assert.NotNull(await client.FindOrderAsync(id));
        Assert.Equal(2, Amazon.TokensIssued);
    }

    [Fact]
    public async Task Many_calls_at_once_share_one_token()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.FindOrderAsync(id)));

        Assert.Equal(1, Amazon.TokensIssued);
    }

    [Fact]
    public async Task The_rate_of_Amazon_is_kept_on_this_side_before_it_bites()
    {
        Amazon.KeepsRates = true;
        var client = Client(options => options.Timeout = TimeSpan.FromSeconds(2));
        var query = new OrderQuery { ChangedSince = DateTimeOffset.UtcNow.AddDays(-1) };

        var failure = await Assert.ThrowsAsync<CommerceException>(async () =>
        {
            for (var i = 0; i < 21; i++)
            {
                await AllAsync(client.ListOrders(query));
            }
        });

        Assert.Equal((CommerceErrorKind.Throttled, true), (failure.Kind, failure.WasNeverSent));
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(180));
        Assert.Equal(20, _sandbox.Faults.Calls.Count(call => call.Operation == "list-orders"));
    }

    [Fact]
    public async Task Too_many_calls_are_told_in_Amazons_shape()
    {
        Amazon.Limit(1, TimeSpan.FromHours(1));
        var client = Client(options => (options.MaxRetries, options.KeepCallRates) = (0, false));
        await Assert.ThrowsAnyAsync<CommerceException>(async () =>
        {
            await client.FindOrderAsync(new("any"));
            await client.FindOrderAsync(new("any"));
        });

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new("any")));

        Assert.Equal((CommerceErrorKind.Throttled, "QuotaExceeded"), (failure.Kind, failure.VendorCode));
    }

    [Fact]
    public async Task A_feed_takes_its_time_and_tells_which_items_it_refused()
    {
        var client = Client(options => options.FeedFrom = 3);
        var batch = await client.UpdatePricesAsync(
        [
            new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(31m) },
            new PriceChange { Sku = new("NO-SUCH-SKU"), Price = Money.Eur(1m) },
            new PriceChange { Sku = new("LAMP-2"), Price = Money.Eur(2_000_000m) },
        ]);
        var running = await client.GetBatchAsync(batch);
        Amazon.FinishEverything();

        var ended = await client.GetBatchAsync(running);

        Assert.Equal((OfferBatchState.Running, OfferBatchState.Running, OfferBatchState.Completed), (batch.State, running.State, ended.State));
        Assert.Equal([null, "90001", "99022"], ended.Items.Select(item => item.Refusal?.VendorCode));
        Assert.Equal((31m, 49.99m), (Amazon.Prices["LAMP-1"], Amazon.Prices["LAMP-2"]));
        Assert.Equal(1, Amazon.FeedsSent["JSON_LISTINGS_FEED"]);
    }

    [Fact]
    public async Task An_offer_is_looked_at_made_and_ended()
    {
        var client = Client();
        var draft = new OfferDraft { Sku = new("LAMP-3"), ProductId = "4006381333931", Price = Money.Eur(19.90m), Quantity = 5, Condition = "new_new" };
        var writer = (IOfferWriter)client;

        var preview = await ((IOfferPreview)client).PreviewOffersAsync([draft]);
        var before = Amazon.Stock.ContainsKey("LAMP-3");
        var made = await writer.PutOffersAsync([draft]);
        var found = await client.FindOfferAsync(new OfferKey(new("LAMP-3")));
        var ended = await writer.EndOffersAsync([new OfferKey(new("LAMP-3")), new OfferKey(new("NO-SUCH-SKU"))]);

        Assert.True(preview.Items.Single().IsSuccess);
        Assert.Contains("externally_assigned_product_identifier", preview.Requests.Single(), StringComparison.Ordinal);
        Assert.False(before);
        Assert.True(made.Items.Single().IsSuccess);
        Assert.Equal((Money.Eur(19.90m), 5, true), (found!.Price, found.Quantity, found.IsActive));
        Assert.Equal([true, false], ended.Items.Select(item => item.IsSuccess));
        Assert.Null(await client.FindOfferAsync(new OfferKey(new("LAMP-3"))));
    }

    [Fact]
    public async Task A_price_that_Amazon_would_not_take_is_seen_in_the_preview()
    {
        var preview = await ((IOfferPreview)Client()).PreviewPricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Money.Eur(2_000_000m) }]);

        Assert.Equal("99022", preview.Items.Single().Refusal?.VendorCode);
        Assert.Equal(29.90m, Amazon.Prices["LAMP-1"]);
    }

    [Fact]
    public async Task An_item_that_is_not_answered_does_not_hide_the_others()
    {
        _sandbox.Faults.Add("amazon", "patch-listing", SandboxFault.Unavailable);

        var batch = await Client(options => options.MaxRetries = 0).UpdateStockAsync(
            [new StockChange { Sku = new("LAMP-1"), Quantity = 1 }, new StockChange { Sku = new("LAMP-2"), Quantity = 2 }]);

        Assert.Equal([RefusalCode.ExternalUnavailable, null], batch.Items.Select(item => item.Refusal?.Code));
        Assert.Equal((12, 2), (Amazon.Stock["LAMP-1"], Amazon.Stock["LAMP-2"]));
    }

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult<IMarketplaceClient>(Client());

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(Client(options => options.ClientSecret = "another-secret"));

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count) =>
        Task.FromResult<IReadOnlyList<MarketplaceOrderId>>([.. Enumerable.Range(0, count).Select(_ => Place(("LAMP-1", 2)))]);

    protected override IReadOnlyList<Sku> KnownSkus() => [new("LAMP-1"), new("LAMP-2")];

    protected override Task LetMarketplaceWorkAsync()
    {
        Amazon.FinishEverything();
        return Task.CompletedTask;
    }

    private static ShipOrderRequest Parts(MarketplaceOrderId id, MarketplaceOrderLine line, params (string Number, int Quantity)[] parcels) => new()
    {
        OrderId = id,
        Parcels =
        [
            .. parcels.Select(parcel => new MarketplaceParcel
            {
                TrackingNumber = parcel.Number, CarrierCode = "UPS", Lines = [new ParcelLine { LineId = line.Id, Quantity = parcel.Quantity }],
            }),
        ],
    };

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private MarketplaceOrderId Place(params (string Sku, int Quantity)[] lines) =>
        new(Amazon.Place(new SandboxOrder { Lines = [.. lines.Select(line => (line.Sku, line.Quantity, 29.90m))] }));

    private IAmazonMarketplaceClient Client(Action<AmazonMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddAmazonMarketplace(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("amazon");
            options.TokenAddress = new Uri(_sandbox.AddressOf("amazon"), "auth/o2/token");
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.SellerId) = (Amazon.ClientId, Amazon.ClientSecret, Amazon.RefreshToken, Amazon.SellerId);
            options.MarketplaceIds = [Amazon.MarketplaceId];
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IAmazonMarketplaceClient>("amazon");
    }
}
