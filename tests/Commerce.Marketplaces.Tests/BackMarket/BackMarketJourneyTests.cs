using Commerce.Marketplaces.BackMarket;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

/// <summary>Whole ways of orders, listings and care folders through the sandbox's Back Market, over real HTTP.</summary>
public sealed partial class BackMarketJourneyTests : IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 10, 8, 30, 0, TimeSpan.Zero));
    private SandboxHost _sandbox = null!;

    private BackMarketSandbox BackMarket => _sandbox.Get<BackMarketSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        BackMarket.Offer("PHONE-1", 12, 229.90m);
        BackMarket.Offer("PHONE-2", 3, 149.99m);
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
    public async Task An_order_is_accepted_in_part_and_the_rest_is_shipped_in_one_parcel()
    {
        var client = Client();
        var order = (await client.FindOrderAsync(Place(("PHONE-1", 1, 229.90m), ("PHONE-2", 2, 149.99m))))!;

        var decided = await Acceptance(client).DecideOrderAsync(new OrderDecision
        {
            OrderId = order.Id, AcceptedLines = [order.Lines[0].Id], RefusedLines = [order.Lines[1].Id], RefusalReason = CancellationReason.OutOfStock,
        });
        var shipped = await ShipAsync(client, order.Id, "XY1");
        var again = await ShipAsync(client, order.Id, "XY1");

        Assert.All(decided.Value.Lines, line => Assert.True(line.IsSuccess, line.Refusal?.Message));
        Assert.False(shipped.Value.WasAlreadyShipped);
        Assert.True(again.Value.WasAlreadyShipped);
        Assert.Equal("9:3,4", BackMarket.OrderStates[order.Id.Value]);
        Assert.Equal(1, BackMarket.Shipments[$"{order.Id}/XY1"]);
        var parcel = Assert.Single((await client.FindOrderAsync(order.Id))!.Parcels);
        Assert.Equal(("XY1", "DPD FR"), (parcel.TrackingNumber, parcel.CarrierName));
    }

    [Fact]
    public async Task An_order_that_is_not_wholly_decided_is_not_shipped()
    {
        var client = Client();
        var order = (await client.FindOrderAsync(Place(("PHONE-1", 1, 229.90m), ("PHONE-2", 2, 149.99m))))!;
        await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [order.Lines[0].Id] });

        var shipped = await ShipAsync(client, order.Id, "XY1");

        Assert.Equal(RefusalCode.InvalidTransition, shipped.Refusal?.Code);
        Assert.Equal("1:2,1", BackMarket.OrderStates[order.Id.Value]);
    }

    [Fact]
    public async Task A_line_whose_SKU_another_line_has_is_not_decided_alone()
    {
        var client = Client();
        var order = (await client.FindOrderAsync(Place(("PHONE-1", 1, 229.90m), ("phone-1", 1, 229.90m))))!;

        var alone = await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [order.Lines[0].Id] });
        var together = await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [order.Lines[0].Id, order.Lines[1].Id] });

        Assert.Equal(RefusalCode.Validation, alone.Refusal?.Code);
        Assert.True(together.IsSuccess, together.Refusal?.Message);
        Assert.Equal((1, "3:2,2"), (BackMarket.Decisions[order.Id.Value], BackMarket.OrderStates[order.Id.Value]));
    }

    [Fact]
    public async Task A_decision_whose_answer_is_lost_is_taken_once()
    {
        var client = Client();
        var order = (await client.FindOrderAsync(Place(("PHONE-1", 1, 229.90m))))!;
        _sandbox.Faults.Add("backmarket", "update-order", SandboxFault.LoseAnswer);

        var decided = await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [order.Lines[0].Id] });
        _sandbox.Faults.Add("backmarket", "update-order", SandboxFault.LoseAnswer);
        var shipped = await ShipAsync(client, order.Id, "XY1");

        Assert.True(decided.IsSuccess, decided.Refusal?.Message);
        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
        Assert.Equal((1, 1), (BackMarket.Decisions[order.Id.Value], BackMarket.Shipments[$"{order.Id}/XY1"]));
    }

    [Fact]
    public async Task Another_tracking_number_for_a_shipped_order_is_a_conflict()
    {
        var client = Client();
        var order = await AcceptedAsync(client);
        await ShipAsync(client, order.Id, "XY1");

        Assert.Equal(RefusalCode.Conflict, (await ShipAsync(client, order.Id, "XY2")).Refusal?.Code);
    }

    [Fact]
    public async Task The_numbers_of_a_single_piece_go_with_its_parcel_and_stay()
    {
        var client = Client();
        var order = await AcceptedAsync(client);
        var parcel = new MarketplaceParcel
        {
            TrackingNumber = "XY1",
            CarrierName = "UPS",
            Lines = [new ParcelLine { LineId = order.Lines[0].Id, Quantity = 1, Identifiers = [new(ItemIdentifierKind.Imei, "153124587625348")] }],
        };

        var shipped = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [parcel] });
        var serial = await client.SetIdentifiersAsync(order.Lines[0].Id, null, "SN-1");
        var other = await client.SetIdentifiersAsync(order.Lines[0].Id, "153124587625349", null);

        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
        Assert.Equal(new BackMarketIdentifiers(order.Lines[0].Id, "153124587625348", "SN-1"), serial.Value);
        Assert.Equal((RefusalCode.ExternalRejected, "validation-error"), (other.Refusal?.Code, other.Refusal?.VendorCode));
    }

    [Fact]
    public async Task Several_parcels_and_parts_of_an_order_are_refused_and_nothing_is_told()
    {
        var client = Client();
        var order = await AcceptedAsync(client, quantity: 2);
        var part = new MarketplaceParcel { TrackingNumber = "XY1", Lines = [new ParcelLine { LineId = order.Lines[0].Id, Quantity = 1 }] };

        var several = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [part, part with { TrackingNumber = "XY2" }] });
        var half = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [part] });

        Assert.Equal((RefusalCode.NotSupported, RefusalCode.NotSupported), (several.Refusal!.Code, half.Refusal!.Code));
        Assert.Empty(BackMarket.Shipments);
    }

    [Fact]
    public async Task An_order_that_nobody_accepts_is_cancelled_after_a_time()
    {
        var client = Client();
        var id = Place(("PHONE-1", 1, 229.90m));
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(MarketplaceOrderState.Cancelled, (await client.FindOrderAsync(id))!.State);
    }

    [Fact]
    public async Task Lines_on_hold_are_not_accepted_and_their_order_is_not_listed()
    {
        var client = Client();
        var order = (await client.FindOrderAsync(Place(("PHONE-1", 1, 229.90m))))!;
        BackMarket.Hold(order.Id.Value, isOnHold: true);

        var held = await client.FindOrderAsync(order.Id);
        var decided = await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [order.Lines[0].Id] });

        Assert.Equal(MarketplaceOrderState.PendingPayment, held!.State);
        Assert.Equal(RefusalCode.InvalidTransition, decided.Refusal?.Code);
        Assert.Empty(await AllAsync(client.ListOrders(new OrderQuery())));
    }

    [Fact]
    public async Task Cancelling_pays_back_what_is_accepted_and_may_be_repeated()
    {
        var client = Client();
        var order = await AcceptedAsync(client);
        var request = new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.OutOfStock };

        var first = await ((IOrderCancellation)client).CancelOrderAsync(request);
        var again = await ((IOrderCancellation)client).CancelOrderAsync(request);

        Assert.True(first.IsSuccess && again.IsSuccess);
        Assert.Equal(MarketplaceOrderState.Refunded, (await client.FindOrderAsync(order.Id))!.State);
        Assert.Equal(first.Value, await ((IOrderCancellation)client).GetCancellationAsync(first.Value));
    }

    [Fact]
    public async Task A_shipped_order_is_not_cancelled()
    {
        var client = Client();
        var order = await AcceptedAsync(client);
        await ShipAsync(client, order.Id, "XY1");

        var outcome = await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.BuyerRequest });

        Assert.Equal(RefusalCode.InvalidTransition, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Pieces_and_whole_lines_are_paid_back_after_shipping()
    {
        var client = Client();
        var order = await AcceptedAsync(client, quantity: 2);
        await ShipAsync(client, order.Id, "XY1");

        var piece = await RefundAsync(client, order.Id, new LineAmount { LineId = order.Lines[0].Id, Quantity = 1 });
        var whole = await RefundAsync(client, order.Id, new LineAmount { LineId = order.Lines[0].Id, Quantity = 2 });
        var again = await RefundAsync(client, order.Id, new LineAmount { LineId = order.Lines[0].Id, Quantity = 2 });

        Assert.Equal("229.90€ refunded on the sku PHONE-1", piece.Value.Raw);
        Assert.Equal(229.90m, BackMarket.Refunds[order.Lines[0].Id.Value]);
        Assert.True(whole.IsSuccess, whole.Refusal?.Message);
        Assert.Equal(RefusalCode.Duplicate, again.Refusal?.Code);
        Assert.Equal(MarketplaceOrderState.Refunded, (await client.FindOrderAsync(order.Id))!.State);
        Assert.Equal(whole.Value, await ((IOrderRefunds)client).GetRefundAsync(whole.Value));
    }

    [Fact]
    public async Task Too_much_and_two_amounts_at_once_are_not_paid_back()
    {
        var client = Client();
        var order = (await client.FindOrderAsync(Place(("PHONE-1", 1, 229.90m), ("PHONE-2", 1, 149.99m))))!;
        await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [.. order.Lines.Select(line => line.Id)] });
        await ShipAsync(client, order.Id, "XY1");

        var tooMuch = await RefundAsync(client, order.Id, new LineAmount { LineId = order.Lines[1].Id, Goods = Money.Eur(150m) });
        var two = await RefundAsync(client, order.Id, [.. order.Lines.Select(line => new LineAmount { LineId = line.Id, Goods = Money.Eur(1m) })]);
        var dollars = await RefundAsync(client, order.Id, new LineAmount { LineId = order.Lines[1].Id, Goods = new Money(1m, Currency.Usd) });

        Assert.Equal((RefusalCode.AmountExceeded, RefusalCode.NotSupported, RefusalCode.Validation), (tooMuch.Refusal!.Code, two.Refusal!.Code, dollars.Refusal!.Code));
        Assert.Empty(BackMarket.Refunds);
    }

    private static IOrderAcceptance Acceptance(IMarketplaceClient client) => (IOrderAcceptance)client;

    private static Task<Outcome<OrderShipped>> ShipAsync(IMarketplaceClient client, MarketplaceOrderId id, string number) =>
        client.ShipOrderAsync(new ShipOrderRequest { OrderId = id, Parcels = [new MarketplaceParcel { TrackingNumber = number, CarrierName = "dpd-fr" }] });

    private static Task<Outcome<OrderRefunded>> RefundAsync(IMarketplaceClient client, MarketplaceOrderId id, params LineAmount[] lines) =>
        ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest { Key = new("refund-1"), OrderId = id, Reason = RefundReason.NotAsDescribed, Lines = lines, Note = "With our apologies." });

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private MarketplaceOrderId Place(params (string Sku, int Quantity, decimal UnitPrice)[] lines) => new(BackMarket.Place(new SandboxOrder { Lines = lines }));

    private async Task<MarketplaceOrder> AcceptedAsync(IBackMarketMarketplaceClient client, int quantity = 1)
    {
        var order = (await client.FindOrderAsync(Place(("PHONE-1", quantity, 229.90m))))!;
        Assert.True((await Acceptance(client).DecideOrderAsync(new OrderDecision { OrderId = order.Id, AcceptedLines = [order.Lines[0].Id] })).IsSuccess);
        return order;
    }

    private IBackMarketMarketplaceClient Client(Action<BackMarketMarketplaceOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (_sandbox.AddressOf("backmarket"), BackMarket.Token);
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            (options.MaxRetries, options.RetryDelay, options.KeepCallFrequencies) = (1, TimeSpan.FromMilliseconds(1), false);
            configure?.Invoke(options);
        });
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredKeyedService<IBackMarketMarketplaceClient>("backmarket");
    }
}
