using Commerce.Http;
using Commerce.Marketplaces.Refurbed;
using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Marketplaces.Tests.Refurbed;

public sealed class RefurbedSandboxJourneyTests : IAsyncLifetime
{
    private RefurbedWorld _world = null!;
    private IRefurbedMarketplaceClient _client = null!;

    public async Task InitializeAsync()
    {
        _world = await RefurbedWorld.StartAsync();
        _client = _world.Client();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Items_are_decided_one_by_one_and_the_order_follows_them()
    {
        var order = (await _client.FindOrderAsync(_world.Place(3)))!;

        var decided = await ((IOrderAcceptance)_client).DecideOrderAsync(new OrderDecision
        {
            OrderId = order.Id, AcceptedLines = [order.Lines[0].Id, order.Lines[1].Id], RefusedLines = [order.Lines[2].Id], RefusalReason = CancellationReason.OutOfStock,
        });

        Assert.All(decided.Value.Lines, line => Assert.True(line.IsSuccess, line.Refusal?.Message));
        var after = (await _client.FindOrderAsync(order.Id))!;
        Assert.Equal((MarketplaceOrderState.ReadyToShip, "ACCEPTED"), (after.State, after.VendorState));
        Assert.Equal(["ACCEPTED", "ACCEPTED", "REJECTED"], after.Lines.Select(line => line.VendorState));
        Assert.Equal([0, 0, 1], after.Lines.Select(line => line.CancelledQuantity));
    }

    [Fact]
    public async Task An_item_of_another_order_is_not_touched()
    {
        var mine = (await _client.FindOrderAsync(_world.Place(1)))!;
        var other = (await _client.FindOrderAsync(_world.Place(1)))!;

        var decided = await ((IOrderAcceptance)_client).DecideOrderAsync(new OrderDecision { OrderId = mine.Id, AcceptedLines = [mine.Lines[0].Id, other.Lines[0].Id] });

        Assert.Equal([null, RefusalCode.NotFound], decided.Value.Lines.Select(line => line.Refusal?.Code));
        Assert.Equal("NEW", _world.Refurbed.OrderStates[other.Id.Value]);
    }

    [Fact]
    public async Task An_accepted_item_is_cancelled_for_the_seller_only_once_that_was_decided()
    {
        var order = await _world.ReadyAsync(_client);
        var request = new CancelOrderRequest { OrderId = order.Id, Reason = CancellationReason.OutOfStock };

        var undecided = await ((IOrderCancellation)_client).CancelOrderAsync(request);
        var refused = await ((IOrderCancellation)_world.Client(static options => options.CancelAcceptedForSeller = false)).CancelOrderAsync(request);
        var taken = await ((IOrderCancellation)_world.Client(static options => options.CancelAcceptedForSeller = true)).CancelOrderAsync(request);

        Assert.Equal((RefusalCode.NotSupported, "CancelAcceptedForSeller"), (undecided.Refusal?.Code, undecided.Refusal?.Field));
        Assert.Equal(RefusalCode.InvalidTransition, refused.Refusal?.Code);
        Assert.All(taken.Value.Lines, line => Assert.True(line.IsSuccess, line.Refusal?.Message));
        Assert.Equal(MarketplaceOrderState.Cancelled, (await _client.FindOrderAsync(order.Id))!.State);
    }

    [Fact]
    public async Task Several_parcels_are_shipped_corrected_and_delivered()
    {
        var order = await _world.ReadyAsync(_client);
        var first = await _client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [RefurbedWorld.Parcel("P1", order.Lines[0])] });
        Assert.Equal(MarketplaceOrderState.PartiallyShipped, (await _client.FindOrderAsync(order.Id))!.State);

        var second = await _client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [RefurbedWorld.Parcel("P2", order.Lines[1])] });
        var another = await _client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [RefurbedWorld.Parcel("P3", order.Lines[1])] });
        var corrected = await _client.CorrectTrackingAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [RefurbedWorld.Parcel("P3", order.Lines[1])] });

        Assert.True(first.IsSuccess && second.IsSuccess && corrected.IsSuccess);
        Assert.Equal(RefusalCode.Conflict, another.Refusal?.Code);
        var shipped = (await _client.FindOrderAsync(order.Id))!;
        Assert.Equal(["https://tracking.example.com/P1", "https://tracking.example.com/P3"], shipped.Parcels.Select(parcel => parcel.TrackingUrl?.AbsoluteUri));
        Assert.Equal(1, _world.Refurbed.Shipments[$"{order.Id}/P1"]);
        _world.Refurbed.Deliver(order.Id.Value);
        Assert.Equal(MarketplaceOrderState.Delivered, (await _client.FindOrderAsync(order.Id))!.State);
    }

    [Theory]
    [InlineData("no-such-carrier", "https://tracking.example.com/1", "Parcels.CarrierCode")]
    [InlineData("colissimo", null, "Parcels.TrackingUrl")]
    [InlineData("colissimo", "ftp://tracking.example.com/1", "Parcels.TrackingUrl")]
    public async Task A_parcel_without_a_known_carrier_or_a_web_address_is_not_sent(string carrier, string? address, string field)
    {
        var order = await _world.ReadyAsync(_client);
        var parcel = new MarketplaceParcel { TrackingNumber = "1", CarrierCode = carrier, TrackingUrl = address is null ? null : new Uri(address) };

        var shipped = await _client.ShipOrderAsync(new ShipOrderRequest { OrderId = order.Id, Parcels = [parcel] });

        Assert.Equal((RefusalCode.Validation, field), (shipped.Refusal?.Code, shipped.Refusal?.Field));
    }

    [Fact]
    public async Task A_refund_to_an_amount_pays_once_however_often_it_is_asked_for()
    {
        var order = await _world.ShippedAsync(_client);
        var line = order.Lines[1];

        var once = await _client.RefundToAsync(order.Id, line.Id, Money.Eur(20m));
        var twice = await _client.RefundToAsync(order.Id, line.Id, Money.Eur(20m));
        var below = await _client.RefundToAsync(order.Id, line.Id, Money.Eur(25m));

        Assert.True(once.IsSuccess && twice.IsSuccess);
        Assert.Equal(RefusalCode.AmountExceeded, below.Refusal?.Code);
        Assert.Equal(Money.Eur(9.90m), (await _client.FindOrderAsync(order.Id))!.Lines[1].Refunded);
    }

    [Fact]
    public async Task A_whole_order_and_a_return_are_paid_back_and_a_repetition_is_done()
    {
        var order = await _world.ShippedAsync(_client);
        var sentBack = new MarketplaceReturnId(_world.Refurbed.SendBack(order.Id.Value, 1));
        var refunds = (IOrderRefunds)_client;
        var byReturn = new RefundOrderRequest { Key = new OperationKey("a"), OrderId = order.Id, Reason = RefundReason.Returned, ReturnId = sentBack };

        Assert.Equal([null], (await ((IReturnsClient)_client).DecideReturnsAsync([new ReturnDecision { ReturnId = sentBack, Verdict = ReturnVerdict.ConfirmReceipt }])).Select(outcome => outcome.Refusal));
        Assert.True((await refunds.RefundOrderAsync(byReturn)).IsSuccess);
        Assert.True((await refunds.RefundOrderAsync(byReturn)).IsSuccess);
        Assert.Equal("FULFILLED", (await _client.FindOrderAsync(order.Id))!.VendorState);
        var rest = new RefundOrderRequest { Key = new OperationKey("b"), OrderId = order.Id, Reason = RefundReason.Other, Amount = Money.Eur(34.80m) };
        Assert.True((await refunds.RefundOrderAsync(rest)).IsSuccess);
        Assert.Equal(MarketplaceOrderState.Refunded, (await _client.FindOrderAsync(order.Id))!.State);
        Assert.Equal(MarketplaceReturnState.Received, (await RefurbedWorld.AllAsync(((IReturnsClient)_client).ListReturns(new ReturnQuery { OrderId = order.Id }))).Single().State);
    }

    [Fact]
    public async Task A_refund_that_needs_a_ticket_says_so()
    {
        _world.Refurbed.RefundsNeedTicket = true;
        var order = await _world.ShippedAsync(_client);

        var refused = await _client.RefundToAsync(order.Id, order.Lines[0].Id, Money.Eur(1m));
        _world.Refurbed.BuyerWrites(order.Id.Value, "<p>It is broken.</p>");
        var taken = await _client.RefundToAsync(order.Id, order.Lines[0].Id, Money.Eur(1m));

        Assert.Equal(RefusalCode.PolicyViolation, refused.Refusal?.Code);
        Assert.Contains("ticket", refused.Refusal?.Message, StringComparison.Ordinal);
        Assert.True(taken.IsSuccess, taken.Refusal?.Message);
    }

    [Fact]
    public async Task A_price_of_a_market_is_created_updated_and_taken_away()
    {
        PriceChange Change(decimal price) => new() { Sku = new("LAMP-1"), Price = Money.Eur(price), Channel = "de" };

        Assert.True((await _client.UpdatePricesAsync([Change(27m)])).Items.Single().IsSuccess);
        Assert.True((await _client.UpdatePricesAsync([Change(26.50m)])).Items.Single().IsSuccess);
        Assert.Equal(26.50m, _world.Refurbed.MarketPrices["LAMP-1/de"]);
        var offer = (await RefurbedWorld.AllAsync(((IOfferReader)_client).ListOffers(new OfferQuery { Skus = [new("LAMP-1")], Channel = "de" }))).Single();
        Assert.Equal((Money.Eur(26.50m), "de"), (offer.Price, offer.Channel));
        var key = new OfferKey(new("LAMP-1"), "de");
        Assert.True((await ((IChannelPrices)_client).RemovePricesAsync([key])).Items.Single().IsSuccess);
        Assert.True((await ((IChannelPrices)_client).RemovePricesAsync([key])).Items.Single().IsSuccess);
        Assert.Empty(_world.Refurbed.MarketPrices);
    }

    [Fact]
    public async Task New_offers_wait_for_the_user_to_decide_and_are_shown_before()
    {
        var draft = new OfferDraft { Sku = new("LAMP-3"), ProductId = "8801", ProductIdType = "INSTANCE_ID", Price = Money.Eur(9.90m), Quantity = 0, Condition = "B" };
        var decided = _world.Client(static options => (options.Taxation, options.ShippingProfileId) = (RefurbedTaxation.Marginal, 901));

        var undecided = await ((IOfferWriter)_client).PutOffersAsync([draft]);
        var preview = await ((IOfferPreview)decided).PreviewOffersAsync([draft]);
        var made = await ((IOfferWriter)decided).PutOffersAsync([draft]);

        Assert.Equal((RefusalCode.NotSupported, "Taxation"), (undecided.Items[0].Refusal?.Code, undecided.Items[0].Refusal?.Field));
        Assert.Equal(
            ["""{"offers":[{"instance_id":"8801","sku":"LAMP-3","grading":"B","warranty":"M12","stock":0,"shipping_profile_id":"901","taxation":"MARGINAL","reference_currency_code":"EUR","reference_price":"9.9"}]}"""],
            preview.Requests);
        Assert.True(made.Items[0].IsSuccess, made.Items[0].Refusal?.Message);
        Assert.Equal(0, _world.Refurbed.Stock["LAMP-3"]);
    }

    [Fact]
    public async Task A_batch_of_more_than_fifty_keeps_its_outcomes_in_order()
    {
        var changes = Enumerable.Range(0, 120).Select(number => new StockChange { Sku = new(number == 77 ? "LAMP-1" : $"NONE-{number}"), Quantity = 5 }).ToList();

        var batch = await _client.UpdateStockAsync(changes);

        Assert.Equal(77, Assert.Single(Enumerable.Range(0, 120), index => batch.Items[index].IsSuccess));
    }

    [Fact]
    public async Task Tickets_are_read_answered_solved_and_opened_by_the_seller()
    {
        var order = await _world.ShippedAsync(_client, pieces: 1);
        var id = new ThreadId(_world.Refurbed.BuyerWrites(order.Id.Value, "<p>Where is it?</p>"));
        var messages = (IMessagingClient)_client;

        var sent = await messages.SendMessageAsync(new SendMessageRequest { ThreadId = id, Body = "It is <late> & on its way." });
        var solved = await ((IThreadUpdates)_client).UpdateThreadAsync(new ThreadUpdate { ThreadId = id, IsOpen = false });
        var opened = await messages.SendMessageAsync(new SendMessageRequest { OrderId = order.Id, Topic = "defect", Body = "Please send a picture." });
        var label = await _client.SendReturnLabelAsync(id);

        var thread = (await messages.FindThreadAsync(id))!;
        Assert.Equal(sent.Value.MessageId, thread.Messages[1].Id);
        Assert.Equal("<p>It is &lt;late&gt; &amp; on its way.</p>", thread.Messages[1].Body);
        Assert.Equal((false, order.Lines[0].Id), (solved.Value.IsOpen, solved.Value.OrderLineId));
        Assert.Equal(MessageParty.Marketplace, label.Value.Messages[^1].From);
        Assert.Equal(2, (await RefurbedWorld.AllAsync(messages.ListThreads(new ThreadQuery { OrderId = order.Id, PageSize = 1 }))).Count);
        Assert.True(opened.IsSuccess, opened.Refusal?.Message);
    }

    [Fact]
    public async Task A_commercial_invoice_that_is_there_already_counts_as_done()
    {
        var id = _world.Place();
        var papers = (IOrderDocuments)_client;
        var invoice = new OrderDocument { OrderId = id, Kind = OrderDocumentKind.CommercialInvoice, Number = "INV-1", FileName = "i.pdf", Content = "%PDF-1.7"u8.ToArray() };

        Assert.True((await papers.UploadDocumentAsync(invoice)).IsSuccess);
        Assert.True((await papers.UploadDocumentAsync(invoice)).IsSuccess);
        Assert.Equal(RefusalCode.PolicyViolation, (await papers.UploadDocumentAsync(invoice with { Number = "INV-2" })).Refusal?.Code);
    }

    [Fact]
    public async Task A_large_invoice_goes_in_pieces()
    {
        var id = _world.Place();
        var file = new byte[1_500_000];
        "%PDF-1.7"u8.CopyTo(file);

        var sent = await ((IOrderDocuments)_client).UploadDocumentAsync(new OrderDocument { OrderId = id, Kind = OrderDocumentKind.Invoice, FileName = "i.pdf", Content = file });

        Assert.True(sent.IsSuccess, sent.Refusal?.Message);
        Assert.Equal([id.Value], _world.Refurbed.Invoices);
    }

    [Fact]
    public async Task Orders_that_arrive_are_listed_from_a_token_on_and_a_hundred_thousand_are_no_trouble()
    {
        var ids = Enumerable.Range(0, 100_000).Select(_ => _world.Place(1).Value).ToList();

        var pages = new List<Page<MarketplaceOrder>>();
        await foreach (var page in _client.ListOrders(new OrderQuery()).PagesAsync(new ContinuationToken(ids[^251])))
        {
            pages.Add(page);
        }

        Assert.Equal([100, 100, 50], pages.Select(page => page.Items.Count));
        Assert.Equal(ids[^250..], pages.SelectMany(page => page.Items).Select(order => order.Id.Value));
    }

    [Fact]
    public async Task A_replaced_token_is_told()
    {
        _world.Refurbed.ReplaceToken();

        Assert.Equal(CommerceErrorKind.Unauthorized, (await Assert.ThrowsAsync<CommerceException>(() => _client.FindOrderAsync(new("1")))).Kind);
    }

    [Fact]
    public void A_change_of_orders_cannot_be_asked_for() =>
        Assert.Throws<ArgumentException>(() => _client.ListOrders(new OrderQuery { ChangedSince = DateTimeOffset.UnixEpoch }));

    [Fact]
    public void A_wrong_option_is_named_at_the_start()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => _world.Client(static options =>
        {
            (options.ApiToken, options.CallsPerSecond, options.ReturnWindow) = ("no blanks", 0, TimeSpan.FromDays(-1));
            options.TrackingUrlTemplates["UPS"] = "nowhere";
            options.CarrierSlugs["UPS"] = "";
        }));

        Assert.All((string[])["ApiToken", "CallsPerSecond", "ReturnWindow", "TrackingUrlTemplates", "CarrierSlugs"], name => Assert.Contains(name, failure.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("no blanks", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_vendors_headers_correct_the_limit()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var world = await RefurbedWorld.StartAsync(clock);
        world.Refurbed.Limit(1, TimeSpan.FromHours(1));

        await world.Client(clock: clock).FindOrderAsync(world.Place());

        var limit = world.Provider.GetRequiredKeyedService<RateLimits>("refurbed").Find("*")!;
        Assert.Equal(0, limit.Remaining);
        Assert.Equal(clock.GetUtcNow().AddSeconds(1), limit.NextCallAt);
    }
}
