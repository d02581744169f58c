using Commerce.Marketplaces.Ebay;
using Commerce.Testing;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

/// <summary>The conformance kit against the sandbox's eBay, over real HTTP, and the journeys of eBay's own.</summary>
public sealed partial class EbaySandboxTests : MarketplaceClientContract, IAsyncLifetime
{
    private const string Endpoint = "https://shop.example.com/ebay/notifications";

    private readonly FakeClock _clock = new();
    private readonly List<ServiceProvider> _providers = [];
    private SandboxHost _sandbox = null!;
    private int _placed;

    private EbaySandbox Ebay => _sandbox.Get<EbaySandbox>();

    protected override TimeProvider Clock => _clock;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        Ebay.Offer("LAMP-1", 12, 29.90m);
        Ebay.Offer("LAMP-2", 3, 49.99m);
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
    public async Task A_token_that_runs_out_is_renewed_once_whichever_status_tells_it()
    {
        var client = Client();
        await client.FindOrderAsync(new("any"));
        var issued = Ebay.IssuedTokens;

        Ebay.ExpireTokens();
        Assert.Null(await client.FindOrderAsync(new("any")));
        Assert.Equal(issued + 1, Ebay.IssuedTokens);

        // The Inventory API says 403.
        Ebay.ExpireTokens();
        Assert.NotEmpty(await AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("LAMP-1")] })));
        Assert.Equal(issued + 2, Ebay.IssuedTokens);

        Ebay.ExpireTokens();
        Assert.Empty(await AllAsync(((IReturnsClient)client).ListReturns(new ReturnQuery())));
        Assert.Equal(issued + 3, Ebay.IssuedTokens);
    }

    [Fact]
    public async Task A_consent_that_was_taken_back_is_told_as_wrong_credentials()
    {
        Ebay.RefreshToken = "another-one";

        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().FindOrderAsync(new("any")));

        Assert.Equal((CommerceErrorKind.Unauthorized, "invalid_grant", true), (failure.Kind, failure.VendorCode, failure.Kind == CommerceErrorKind.Unauthorized));
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_told_as_throttled()
    {
        Ebay.Limit(1, TimeSpan.FromDays(1));
        var client = Client(options => options.MaxRetries = 0);
        await client.FindOrderAsync(new("any"));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new("any")));

        Assert.Equal((CommerceErrorKind.Throttled, "2001", false), (failure.Kind, failure.VendorCode, failure.IsOutcomeUnknown));
    }

    [Fact]
    public async Task An_order_that_leaves_the_window_between_two_pages_hides_no_other()
    {
        var client = Client();
        var ids = await PlaceOrdersAsync(6);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var listed = new List<MarketplaceOrderId>();

        await foreach (var page in client.ListOrders(new OrderQuery { ChangedSince = _clock.GetUtcNow().AddHours(-1), PageSize = 2 }).PagesAsync())
        {
            listed.AddRange(page.Items.Select(order => order.Id));
            if (listed.Count == 2)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                Ebay.Touch(ids[0].Value);
            }
        }

        Assert.Equal(ids.ToHashSet(), listed.ToHashSet());
    }

    [Fact]
    public async Task Orders_are_taken_up_from_a_token_with_the_window_they_were_asked_for()
    {
        var ids = await PlaceOrdersAsync(4);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var query = new OrderQuery { ChangedSince = _clock.GetUtcNow().AddHours(-1), PageSize = 2 };
        ContinuationToken? token = null;
        await foreach (var page in Client().ListOrders(query).PagesAsync())
        {
            token = page.Next;
            break;
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        await PlaceOrdersAsync(1);
        var rest = new List<MarketplaceOrderId>();
        await foreach (var page in Client().ListOrders(query).PagesAsync(token))
        {
            rest.AddRange(page.Items.Select(order => order.Id));
        }

        Assert.Equal(ids.Skip(2), rest);
    }

    [Fact]
    public async Task States_are_looked_for_and_found_exactly()
    {
        var client = Client();
        var ids = await PlaceOrdersAsync(3);
        await client.ShipOrderAsync(Parts(ids[0], (await client.FindOrderAsync(ids[0]))!.Lines[0], ("P1", 1)));
        await client.ShipOrderAsync(Parts(ids[1], (await client.FindOrderAsync(ids[1]))!.Lines[0], ("P2", 2)));

        Assert.Equal([ids[1]], await IdsAsync(client, MarketplaceOrderState.Shipped));
        Assert.Equal([ids[0]], await IdsAsync(client, MarketplaceOrderState.PartiallyShipped));
        Assert.Equal([ids[2]], await IdsAsync(client, MarketplaceOrderState.ReadyToShip));
        Assert.Empty(await IdsAsync(client, MarketplaceOrderState.Cancelled));
    }

    [Fact]
    public async Task Orders_that_changed_and_were_placed_in_a_time_are_found_although_eBay_looks_at_one_date_only()
    {
        var client = Client();
        var old = (await PlaceOrdersAsync(1))[0];
        _clock.Advance(TimeSpan.FromHours(2));
        var young = (await PlaceOrdersAsync(1))[0];
        Ebay.Touch(old.Value);
        var since = _clock.GetUtcNow().AddHours(-1);

        Assert.Equal([old, young], (await AllAsync(client.ListOrders(new OrderQuery { ChangedSince = since }))).Select(order => order.Id));
        Assert.Equal([young], (await AllAsync(client.ListOrders(new OrderQuery { ChangedSince = since, CreatedSince = since }))).Select(order => order.Id));
    }

    [Fact]
    public async Task Several_parcels_are_told_one_by_one_and_each_once()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];
        var line = (await client.FindOrderAsync(id))!.Lines[0];

        var first = await client.ShipOrderAsync(Parts(id, line, ("P 1-1", 1)));
        var both = await client.ShipOrderAsync(Parts(id, line, ("P11", 1), ("P2", 1)));
        var repeated = await client.ShipOrderAsync(Parts(id, line, ("P11", 1), ("P2", 1)));
        var tooMuch = await client.ShipOrderAsync(Parts(id, line, ("P3", 1), ("P2", 1)));

        Assert.True(first.Value.Parcels.Single().IsSuccess);
        Assert.All(both.Value.Parcels, parcel => Assert.True(parcel.IsSuccess, parcel.Refusal?.Message));
        Assert.Equal((false, true), (both.Value.WasAlreadyShipped, repeated.Value.WasAlreadyShipped));
        Assert.Equal([false, true], tooMuch.Value.Parcels.Select(parcel => parcel.IsSuccess));
        Assert.All(Ebay.Shipments.Values, told => Assert.Equal(1, told));
        Assert.Equal(2, Ebay.Shipments.Count);
        Assert.Equal("FULFILLED", Ebay.OrderStates[id.Value]);
        Assert.Equal(["P11", "P2"], (await client.FindOrderAsync(id))!.Parcels.Select(parcel => parcel.Reference));
    }

    [Fact]
    public async Task A_parcel_whose_answer_was_lost_is_told_once()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];
        var request = new ShipOrderRequest { OrderId = id, Parcels = [new MarketplaceParcel { TrackingNumber = "LOST1", CarrierCode = "dpd" }] };
        _sandbox.Faults.Add("ebay", "ship-order", SandboxFault.LoseAnswer);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.ShipOrderAsync(request));
        var again = await client.ShipOrderAsync(request);

        Assert.True(failure.IsOutcomeUnknown);
        Assert.True(again.Value.WasAlreadyShipped);
        Assert.Equal(1, Ebay.Shipments[$"{id}/LOST1"]);
    }

    [Fact]
    public async Task A_parcel_that_cannot_be_followed_is_told_once()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];
        var request = new ShipOrderRequest { OrderId = id, Parcels = [new MarketplaceParcel { Reference = "letter" }] };

        var first = await client.ShipOrderAsync(request);
        var again = await client.ShipOrderAsync(request);

        Assert.True(first.IsSuccess, first.Refusal?.Message);
        Assert.True(again.Value.WasAlreadyShipped);
        Assert.Equal(1, Ebay.Shipments[$"{id}/999"]);
    }

    [Fact]
    public async Task Orders_arrive_over_time()
    {
        Ebay.Arrive(TimeSpan.FromMinutes(1), 3, _ => new SandboxOrder { Lines = [("LAMP-1", 1, 29.90m)] });

        _clock.Advance(TimeSpan.FromMinutes(2));
        var early = await AllAsync(Client().ListOrders(new OrderQuery()));
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(2, early.Count);
        Assert.Equal(3, (await AllAsync(Client().ListOrders(new OrderQuery()))).Count);
    }

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult<IMarketplaceClient>(Client());

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(Client(options => options.ClientSecret = "another-secret"));

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count)
    {
        var ids = new List<MarketplaceOrderId>();
        for (var i = 0; i < count; i++)
        {
            var id = $"12-10000-{++_placed:D5}";
            Ebay.Place(new SandboxOrder { Id = id, Lines = [("LAMP-1", 2, 29.90m)] });
            ids.Add(new MarketplaceOrderId(id));
        }

        return Task.FromResult<IReadOnlyList<MarketplaceOrderId>>(ids);
    }

    protected override IReadOnlyList<Sku> KnownSkus() => [new("LAMP-1"), new("LAMP-2")];

    protected override Task LetMarketplaceWorkAsync()
    {
        Ebay.FinishEverything();
        return Task.CompletedTask;
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

    private static async Task<IEnumerable<MarketplaceOrderId>> IdsAsync(IMarketplaceClient client, MarketplaceOrderState state) =>
        (await AllAsync(client.ListOrders(new OrderQuery { States = [state] }))).Select(order => order.Id);

    private static ShipOrderRequest Parts(MarketplaceOrderId id, MarketplaceOrderLine line, params (string Number, int Quantity)[] parcels) => new()
    {
        OrderId = id,
        Parcels =
        [
            .. parcels.Select(parcel => new MarketplaceParcel
            {
                TrackingNumber = parcel.Number,
                CarrierCode = "UPS",
                Lines = [new ParcelLine { LineId = line.Id, Quantity = parcel.Quantity }],
            }),
        ],
    };

    private IEbayMarketplaceClient Client(Action<EbayMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddEbayMarketplace(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("ebay");
            (options.ClientId, options.ClientSecret, options.RefreshToken) = (Ebay.ClientId, Ebay.ClientSecret, "ebay-sandbox-refresh-token");
            options.MarketplaceId = "EBAY_FR";
            (options.NotificationEndpoint, options.VerificationToken) = (Endpoint, "verification-token-of-32-characters-or-more");
            options.AlertEmail = "alerts@example.com";
            (options.MerchantLocationKey, options.FulfillmentPolicyId, options.PaymentPolicyId, options.ReturnPolicyId) = ("main", "1", "2", "3");
            configure?.Invoke(options);
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IEbayMarketplaceClient>("ebay");
    }
}
