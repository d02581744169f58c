using Commerce.Testing;
using Commerce.Testing.Conformance;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

/// <summary>The conformance kit against the sandbox's Mirakl, over real HTTP.</summary>
public sealed class MiraklSandboxTests : MarketplaceClientContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];
    private SandboxHost _sandbox = null!;
    private int _placed;

    private MiraklSandbox Mirakl => _sandbox.Get<MiraklSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        Mirakl.Offer("LAMP-1", 12, 29.90m);
        Mirakl.Offer("LAMP-2", 3, 49.99m);
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
    public async Task Several_parcels_are_taken_one_by_one_and_a_refused_one_does_not_hide_the_other()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];
        await DecideAsync(client, id);
        var line = (await client.FindOrderAsync(id))!.Lines[0];

        var first = await client.ShipOrderAsync(Parts(id, line, ("P1", 1)));
        var repeated = await client.ShipOrderAsync(Parts(id, line, ("P1", 1)));
        var second = await client.ShipOrderAsync(Parts(id, line, ("P2", 1)));
        var tooMuch = await client.ShipOrderAsync(Parts(id, line, ("P3", 1)));

        Assert.True(first.Value.Parcels.Single().IsSuccess);
        Assert.True(repeated.Value.WasAlreadyShipped);
        Assert.True(second.Value.Parcels.Single().IsSuccess);
        Assert.False(tooMuch.Value.Parcels.Single().IsSuccess);
        Assert.Equal("P1,P2", Mirakl.Tracking[id.Value]);
        Assert.Equal("SHIPPED", Mirakl.OrderStates[id.Value]);
    }

    [Fact]
    public async Task An_operator_without_multiple_shipments_is_told_as_not_supported()
    {
        Mirakl.HasMultipleShipments = false;
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];
        await DecideAsync(client, id);
        var line = (await client.FindOrderAsync(id))!.Lines[0];

        var outcome = await client.ShipOrderAsync(Parts(id, line, ("P1", 1)));

        Assert.Equal(RefusalCode.NotSupported, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task A_conversation_is_read_page_by_page_and_answered()
    {
        var client = (IMessagingClient)Client();
        var id = (await PlaceOrdersAsync(1))[0];
        for (var i = 0; i < 12; i++)
        {
            Mirakl.BuyerWrites(id.Value, $"Question {i}");
        }

        var threads = new List<MessageThread>();
        await foreach (var thread in client.ListThreads(new ThreadQuery { OrderId = id, PageSize = 10, IncludeMessages = true }))
        {
            threads.Add(thread);
        }

        Assert.Equal(12, threads.Select(thread => thread.Id).Distinct().Count());
        Assert.All(threads, thread => Assert.NotNull(thread.AnswerDueSince));
        var sent = await client.SendMessageAsync(new SendMessageRequest { ThreadId = threads[0].Id, Body = "It leaves today." });
        var opened = await client.SendMessageAsync(new SendMessageRequest { OrderId = id, Body = "A new question." });
        var read = await client.FindThreadAsync(threads[0].Id);

        Assert.True(sent.IsSuccess, sent.Refusal?.Message);
        Assert.True(opened.IsSuccess, opened.Refusal?.Message);
        Assert.Equal([MessageParty.Buyer, MessageParty.Seller], read!.Messages.Select(message => message.From));
        Assert.Null(read.AnswerDueSince);
        Assert.DoesNotContain("today", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_not_known_before_the_order_is_released()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];

        Assert.Null((await client.FindOrderAsync(id))!.ShipTo);
        await DecideAsync(client, id);

        Assert.Equal("FR", (await client.FindOrderAsync(id))!.ShipTo?.Address.Country.Value);
    }

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult(Client());

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(Client("another-key"));

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count)
    {
        var ids = new List<MarketplaceOrderId>();
        for (var i = 0; i < count; i++)
        {
            var id = $"Order_{++_placed:D5}-A";
            Mirakl.Place(new SandboxOrder { Id = id, Lines = [("LAMP-1", 2, 29.90m)] });
            ids.Add(new MarketplaceOrderId(id));
        }

        return Task.FromResult<IReadOnlyList<MarketplaceOrderId>>(ids);
    }

    protected override IReadOnlyList<Sku> KnownSkus() => [new("LAMP-1"), new("LAMP-2")];

    protected override Task LetMarketplaceWorkAsync()
    {
        Mirakl.FinishEverything();
        return Task.CompletedTask;
    }

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

    private async Task DecideAsync(IMarketplaceClient client, MarketplaceOrderId id)
    {
        var order = (await client.FindOrderAsync(id))!;
        var decided = await ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = id, AcceptedLines = [.. order.Lines.Select(line => line.Id)] });
        Assert.True(decided.IsSuccess, decided.Refusal?.Message);
        Mirakl.FinishEverything();
    }

    private IMarketplaceClient Client(string? key = null)
    {
        var services = new ServiceCollection();
        services.AddMiraklMarketplace(options =>
        {
            options.BaseAddress = new Uri(_sandbox.AddressOf("mirakl") + "api/");
            options.ApiKey = key ?? Mirakl.ApiKey;
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IMarketplaceClient>("mirakl");
    }
}
