using Commerce.Marketplaces.Cdiscount;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

/// <summary>Longer ways through the sandbox: orders, parcels, cancellations, gestures, failures between.</summary>
public sealed class CdiscountSandboxJourneyTests : IAsyncLifetime
{
    private CdiscountWorld _world = null!;

    private CdiscountSandbox Octopia => _world.Octopia;

    public async Task InitializeAsync() => _world = await CdiscountWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_revoked_token_is_replaced_once_and_the_call_goes_through()
    {
        var client = _world.Client();
        var id = _world.Place();
        await client.FindOrderAsync(id);
        Octopia.RevokeTokens();

        Assert.NotNull(await client.FindOrderAsync(id));
        Assert.Equal(2, Octopia.TokensIssued);
    }

    [Fact]
    public async Task Many_calls_at_once_need_one_token()
    {
        var client = _world.Client();
        var id = _world.Place();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.FindOrderAsync(id)));

        Assert.Equal(1, Octopia.TokensIssued);
    }

    [Fact]
    public async Task A_seller_that_is_not_linked_is_forbidden_and_not_taken_for_a_bad_token()
    {
        var client = _world.Client(static options => options.SellerId = "99999");

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new("any")));

        Assert.Equal(CommerceErrorKind.Forbidden, failure.Kind);
    }

    [Fact]
    public async Task A_limit_is_told_as_throttled_with_its_wait()
    {
        var client = _world.Client(static options => options.MaxRetries = 0);
        Octopia.Limit(1, TimeSpan.FromDays(1));
        await client.FindOrderAsync(new("SCID-ANY"));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new("SCID-ANY")));

        Assert.Equal((CommerceErrorKind.Throttled, TimeSpan.FromSeconds(1)), (failure.Kind, failure.RetryAfter));
    }

    [Fact]
    public async Task No_order_is_lost_when_one_changes_between_two_pages()
    {
        var client = _world.Client();
        var ids = Enumerable.Range(0, 6).Select(_ => _world.Place()).ToList();
        var listed = new List<MarketplaceOrderId>();

        await foreach (var page in client.ListOrders(new OrderQuery { PageSize = 2 }).PagesAsync())
        {
            if (listed.Count == 0)
            {
                // With page numbers the third order would move up to the first page and never be seen.
                Octopia.Touch(ids[0].Value);
            }

            listed.AddRange(page.Items.Select(order => order.Id));
        }

        Assert.All(ids, id => Assert.Contains(id, listed));
    }

    [Fact]
    public async Task Orders_that_changed_at_one_time_fill_several_pages()
    {
        await using var world = await CdiscountWorld.StartAsync(new FakeClock());
        var ids = Enumerable.Range(0, 7).Select(_ => world.Place()).ToList();

        var listed = await CdiscountWorld.AllAsync(world.Client().ListOrders(new OrderQuery { PageSize = 2 }));

        Assert.Equal(ids, listed.Select(order => order.Id));
    }

    [Fact]
    public async Task An_account_that_takes_no_sorting_is_listed_by_page_numbers()
    {
        Octopia.CanSort = false;
        var ids = Enumerable.Range(0, 5).Select(_ => _world.Place()).ToList();

        var listed = await CdiscountWorld.AllAsync(_world.Client().ListOrders(new OrderQuery { PageSize = 2 }));

        Assert.Equal(ids, listed.Select(order => order.Id));
    }

    [Fact]
    public async Task Orders_arrive_over_time_and_are_accepted_by_the_account_itself()
    {
        var clock = new FakeClock();
        await using var world = await CdiscountWorld.StartAsync(clock);
        world.Octopia.AcceptsAutomatically = true;
        world.Octopia.Arrive(TimeSpan.FromMinutes(1), 3, static _ => new SandboxOrder { Lines = [("LAMP-1", 1, 29.90m)] });
        var client = world.Client();

        var atFirst = await client.CountOrdersAsync(new OrderQuery());
        clock.Advance(TimeSpan.FromMinutes(5));
        var accepted = await client.CountOrdersAsync(new OrderQuery { States = [MarketplaceOrderState.Accepted] });
        clock.Advance(TimeSpan.FromHours(1));
        var ready = await CdiscountWorld.AllAsync(client.ListOrders(new OrderQuery { States = [MarketplaceOrderState.ReadyToShip] }));

        Assert.Equal((0, 3, 3), (atFirst, accepted, ready.Count));
    }

    [Fact]
    public async Task A_hundred_thousand_orders_are_listed_from_a_token_on_without_waiting()
    {
        for (var i = 0; i < 100_000; i++)
        {
            _world.Place();
        }

        var client = _world.Client();
        var pages = 0;
        await foreach (var page in client.ListOrders(new OrderQuery { ChangedSince = DateTimeOffset.UnixEpoch }).PagesAsync())
        {
            Assert.Equal(page.Items.Count, page.Items.DistinctBy(order => order.Id).Count());
            if (++pages == 50)
            {
                break;
            }
        }

        Assert.Equal(100_000, await client.CountOrdersAsync(new OrderQuery()));
    }

    [Fact]
    public async Task An_order_is_found_by_the_number_that_its_buyer_sees()
    {
        var client = _world.Client();
        var order = (await client.FindOrderAsync(_world.Place()))!;

        Assert.Equal(order.Id, (await client.FindOrderAsync(new(order.CommercialId!)))!.Id);
    }

    [Fact]
    public async Task Parcels_of_single_lines_go_one_by_one_and_a_wrong_one_does_not_hide_the_other()
    {
        var client = _world.Client();
        var order = await _world.ReadyAsync(client, ("LAMP-1", 2, 29.90m), ("LAMP-2", 1, 49.99m));
        var stranger = new MarketplaceParcel { TrackingNumber = "6A2", CarrierName = "House", Lines = [new ParcelLine { LineId = new("9"), Quantity = 1 }] };

        var first = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A1", order.Lines[0]), stranger] });
        var between = (await client.FindOrderAsync(order.Id))!;
        var second = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A3", order.Lines[1])] });

        Assert.Equal([null, RefusalCode.Validation], first.Value.Parcels.Select(parcel => parcel.Refusal?.Code));
        Assert.Equal(MarketplaceOrderState.PartiallyShipped, between.State);
        Assert.True(second.Value.Parcels.Single().IsSuccess);
        var after = (await client.FindOrderAsync(order.Id))!;
        Assert.Equal(MarketplaceOrderState.Shipped, after.State);
        Assert.Equal([("6A1", "Colissimo"), ("6A3", "Colissimo")], after.Parcels.Select(parcel => (parcel.TrackingNumber, parcel.CarrierName)));
    }

    [Fact]
    public async Task A_line_in_two_boxes_is_told_in_one_call()
    {
        var client = _world.Client();
        var order = await _world.ReadyAsync(client);

        var shipped = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A1", order.Lines[0]), CdiscountWorld.Parcel("6A2", order.Lines[0])] });

        Assert.All(shipped.Value.Parcels, parcel => Assert.True(parcel.IsSuccess, parcel.Refusal?.Message));
        Assert.Equal(1, _world.Host.Faults.Calls.Count(call => call.Operation == "ship-order"));
        Assert.Equal(2, (await client.FindOrderAsync(order.Id))!.Parcels.Count);
    }

    [Fact]
    public async Task A_part_of_a_line_is_refused_before_anything_is_sent()
    {
        var client = _world.Client();
        var order = await _world.ReadyAsync(client);
        var half = new MarketplaceParcel { TrackingNumber = "6A1", CarrierCode = "UPS", Lines = [new ParcelLine { LineId = order.Lines[0].Id, Quantity = 1 }] };

        var outcome = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [half] });

        Assert.Equal((RefusalCode.Validation, "Parcels.Lines.Quantity"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Empty(Octopia.Shipments);
    }

    [Fact]
    public async Task An_accepted_order_is_not_shipped_before_its_address_is_final()
    {
        var client = _world.Client();
        var id = _world.Place();
        await ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = id, AcceptedLines = [new("1")] });

        var outcome = await client.ShipOrderAsync(new ShipOrderRequest { OrderId = id, Parcels = [CdiscountWorld.Parcel("6A1")] });

        Assert.Equal(RefusalCode.InvalidTransition, outcome.Refusal?.Code);
        Assert.Empty(Octopia.Shipments);
    }

    [Fact]
    public async Task A_shipment_whose_answer_is_lost_is_not_told_twice()
    {
        var client = _world.Client();
        var order = await _world.ReadyAsync(client);
        var request = new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A1")] };
        _world.Host.Faults.Add("cdiscount", "ship-order", SandboxFault.LoseAnswer);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.ShipOrderAsync(request));
        var again = await client.ShipOrderAsync(request);

        Assert.True(failure.IsOutcomeUnknown);
        Assert.True(again.Value.WasAlreadyShipped);
        Assert.Equal([1], Octopia.Shipments.Values);
    }

    [Fact]
    public async Task A_whole_order_is_cancelled_and_asking_again_does_not_ask_the_marketplace_again()
    {
        var client = _world.Client();
        var cancellation = (IOrderCancellation)client;
        var order = await _world.ReadyAsync(client);
        var request = new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.OutOfStock };

        var asked = await cancellation.CancelOrderAsync(request);
        var again = await cancellation.CancelOrderAsync(request);
        var waiting = await cancellation.GetCancellationAsync(asked.Value);
        Octopia.FinishEverything();
        var done = await cancellation.GetCancellationAsync(waiting);

        Assert.True(asked.Value.IsPending && waiting.IsPending);
        Assert.Equal(asked.Value.VendorIds, again.Value.VendorIds);
        Assert.Equal(1, _world.Host.Faults.Calls.Count(call => call.Operation == "cancel-order"));
        Assert.Equal(MarketplaceRequestState.Done, done.State);
        Assert.Equal(MarketplaceOrderState.Cancelled, (await client.FindOrderAsync(order.Id))!.State);
    }

    [Fact]
    public async Task One_line_is_cancelled_and_the_other_is_shipped()
    {
        var client = _world.Client();
        var order = await _world.ReadyAsync(client, ("LAMP-1", 2, 29.90m), ("LAMP-2", 1, 49.99m));
        Octopia.AskToCancel(order.Id.Value, 2);
        Assert.True((await client.FindOrderAsync(order.Id))!.IsCancellationRequested);

        var asked = await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest
        {
            OrderId = order.Id, Reason = CancellationReason.BuyerRequest, VendorReason = "customer-request", Lines = [new LineAmount { LineId = order.Lines[1].Id }],
        });
        Octopia.FinishEverything();
        var done = await ((IOrderCancellation)client).GetCancellationAsync(asked.Value);
        await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A1")] });
        var after = (await client.FindOrderAsync(order.Id))!;

        Assert.Equal((MarketplaceRequestState.Done, order.Lines[1].Id), (done.State, done.Lines.Single().Key));
        Assert.Equal((MarketplaceOrderState.Shipped, 0, 1), (after.State, after.Lines[0].CancelledQuantity, after.Lines[1].CancelledQuantity));
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_ends_as_failed()
    {
        var client = _world.Client();
        var order = await _world.ReadyAsync(client);
        var asked = await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.OutOfStock });
        await client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [CdiscountWorld.Parcel("6A1")] });
        Octopia.FinishEverything();

        var done = await ((IOrderCancellation)client).GetCancellationAsync(asked.Value);

        Assert.Equal((MarketplaceRequestState.Failed, "Refused"), (done.State, done.Failure?.VendorCode));
        Assert.False(done.Lines.Single().IsSuccess);
    }

    [Fact]
    public async Task A_channel_without_cancellations_is_told_as_not_supported()
    {
        Octopia.TakesCancellations = false;
        var client = _world.Client();
        var order = await _world.ReadyAsync(client);

        var outcome = await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.OutOfStock });

        Assert.Equal(RefusalCode.NotSupported, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task A_gesture_is_granted_once_however_often_it_is_asked_for()
    {
        var client = _world.Client();
        var order = await _world.ShippedAsync(client);
        var request = Gesture(order.Id, 5m);
        _world.Host.Faults.Add("cdiscount", "create-gesture", SandboxFault.LoseAnswer);

        await Assert.ThrowsAsync<CommerceException>(() => ((IOrderRefunds)client).RefundOrderAsync(request));
        var again = await ((IOrderRefunds)client).RefundOrderAsync(request);
        Octopia.FinishEverything();
        var done = await ((IOrderRefunds)client).GetRefundAsync(again.Value);
        var another = await ((IOrderRefunds)client).RefundOrderAsync(request with { VendorFields = new Dictionary<string, string> { ["additional"] = "true" } });

        Assert.Equal(MarketplaceRequestState.Done, done.State);
        Assert.NotEqual(done.VendorIds, another.Value.VendorIds);
        Assert.Equal(10m, Octopia.Gestures[order.Id.Value]);
    }

    [Fact]
    public async Task A_gesture_above_what_is_left_is_refused_with_the_amount()
    {
        var client = _world.Client();
        var order = await _world.ShippedAsync(client);

        var outcome = await ((IOrderRefunds)client).RefundOrderAsync(Gesture(order.Id, 1000m));

        Assert.Equal(RefusalCode.AmountExceeded, outcome.Refusal?.Code);
        Assert.Equal(Money.Eur(64.70m), await client.FindRefundableAmountAsync(order.Id));
        Assert.Empty(Octopia.Gestures);
    }

    [Fact]
    public async Task An_order_is_delivered_in_the_end_and_an_invoice_goes_with_it()
    {
        var client = _world.Client();
        var order = await _world.ShippedAsync(client);
        Octopia.Deliver(order.Id.Value);

        var uploaded = await ((IOrderDocuments)client).UploadDocumentAsync(new OrderDocument
        {
            OrderId = order.Id, Kind = OrderDocumentKind.Invoice, FileName = "INV-1.pdf", Content = "%PDF-1.7"u8.ToArray(),
        });

        Assert.True(uploaded.IsSuccess, uploaded.Refusal?.Message);
        Assert.Equal([order.Id.Value], Octopia.Invoices);
        Assert.Equal(MarketplaceOrderState.Delivered, (await client.FindOrderAsync(order.Id))!.State);
    }

    private static RefundOrderRequest Gesture(MarketplaceOrderId id, decimal amount) => new()
    {
        Key = new OperationKey("refund-1"), OrderId = id, Reason = RefundReason.Goodwill, Amount = Money.Eur(amount), Note = "A scratch on the foot",
    };
}
