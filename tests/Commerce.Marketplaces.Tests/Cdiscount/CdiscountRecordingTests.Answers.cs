using Commerce.Marketplaces.Cdiscount;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Cdiscount;

public sealed partial class CdiscountRecordingTests
{
    [Fact]
    public async Task Orders_come_once_over_pages_that_overlap_and_an_unknown_state_is_kept()
    {
        var pages = new List<Page<MarketplaceOrder>>();
        await foreach (var page in Client().ListOrders(March19 with { IncludeRaw = true }).PagesAsync())
        {
            pages.Add(page);
        }

        var orders = pages.SelectMany(page => page.Items).ToList();
        Assert.Equal(["SCID-A", "SCID-B", "SCID-C"], orders.Select(order => order.Id.Value));
        Assert.Equal([MarketplaceOrderState.ReadyToShip, MarketplaceOrderState.Shipped, MarketplaceOrderState.Unknown], orders.Select(order => order.State));
        Assert.Equal(("OnTheMoon", true, false), (orders[2].VendorState, orders[0].IsCancellationRequested, orders[1].IsCancellationRequested));
        Assert.All(orders, order => Assert.Contains(order.Id.Value, order.Raw, StringComparison.Ordinal));

        var rest = await ReadAsync(Client().ListOrders(March19).PagesAsync(pages[0].Next));
        Assert.Equal(["SCID-C"], rest.Select(order => order.Id.Value));
    }

    [Fact]
    public async Task A_state_of_ours_is_asked_for_in_all_its_words()
    {
        var orders = await CdiscountWorld.AllAsync(Client().ListOrders(new OrderQuery { States = [MarketplaceOrderState.Cancelled] }));

        Assert.Empty(orders);
        Assert.Contains("status=Refused%2CRejected%2CCancelled", (await octopia.RequestsAsync("/orders")).Single().Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_sort_is_left_out_and_the_page_is_sorted_here()
    {
        var orders = await CdiscountWorld.AllAsync(Client("unsorted").ListOrders(new OrderQuery()));

        Assert.Equal(["SCID-A", "SCID-B"], orders.Select(order => order.Id.Value));
    }

    [Fact]
    public async Task An_order_has_its_money_exactly_as_the_buyer_pays_it()
    {
        var order = (await Client().FindOrderAsync(new("SCID-MIXED")))!;

        Assert.Equal((MarketplaceOrderState.Shipped, true), (order.State, order.PricesIncludeTax));
        Assert.Equal((859.94m, 4.90m, 864.84m), (order.Amounts!.Goods.Amount, order.Amounts.Shipping!.Value.Amount, order.Amounts.Total.Amount));
        Assert.Equal([0, 2, 0], order.Lines.Select(line => line.CancelledQuantity));
        Assert.Equal([FulfilmentParty.Seller, FulfilmentParty.Seller, FulfilmentParty.Marketplace], order.Lines.Select(line => line.FulfilledBy));
        Assert.Equal((139.99m, 279.98m, 47.48m, 41.76m), (order.Lines[0].UnitPrice!.Value.Amount, order.Lines[0].GoodsPrice!.Value.Amount, order.Lines[0].Tax!.Value.Amount, order.Lines[0].Commission!.Value.Amount));
        Assert.Equal((46.66m, 0.82m), (order.Lines[0].Taxes["VAT"].Amount, order.Lines[0].ShippingTaxes["VAT"].Amount));
        Assert.Equal("12345_AUC1234567890128_New_CDISFR", order.Lines[1].Sku?.Value);
        Assert.Equal([("6A12345678901", 2)], order.Parcels.Select(parcel => (parcel.TrackingNumber!, parcel.Lines.Count)));
        Assert.Equal(("Jane Doe", "75001", "FR", "Bat C"), (order.ShipTo!.Contact.Name, order.ShipTo.Address.PostalCode, order.ShipTo.Address.Country.Value, order.ShipTo.Address.Line2));
        Assert.DoesNotContain("Doe", order.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_order_is_nothing_and_one_without_a_currency_is_a_breach()
    {
        Assert.Null(await Client().FindOrderAsync(new("SCID-UNKNOWN")));
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Client().FindOrderAsync(new("SCID-ODD")))).Kind);
    }

    [Theory]
    [InlineData("SCID-ACCEPTED", true, null)]
    [InlineData("SCID-REFUSED", false, null)]
    [InlineData("SCID-REFUSED", true, "InvalidTransition")]
    [InlineData("SCID-SHIPPED", false, "InvalidTransition")]
    [InlineData("SCID-UNKNOWN", true, "NotFound")]
    public async Task A_decision_that_was_taken_counts_as_done_the_same_way_only(string id, bool accepts, string? refusal)
    {
        var decided = await ((IOrderAcceptance)Client()).DecideOrderAsync(new OrderDecision { OrderId = new(id), AcceptedLines = accepts ? [new("1")] : [], RefusedLines = accepts ? [] : [new("1")] });

        Assert.Equal(refusal, decided.Refusal?.Code.Value);
        Assert.Equal(refusal is null, decided.IsSuccess && decided.Value.WasAlreadyDecided);
        Assert.Equal(0, octopia.Sent("/approval-status"));
    }

    [Fact]
    public async Task A_decision_about_some_of_the_lines_is_refused()
    {
        var mixed = await ((IOrderAcceptance)Client()).DecideOrderAsync(new OrderDecision { OrderId = new("SCID-READY"), AcceptedLines = [new("1")], RefusedLines = [new("2")] });
        var half = await ((IOrderAcceptance)Client()).DecideOrderAsync(new OrderDecision { OrderId = new("SCID-READY"), AcceptedLines = [new("1")] });

        Assert.Equal((RefusalCode.NotSupported, RefusalCode.Validation), (mixed.Refusal?.Code, half.Refusal?.Code));
    }

    [Fact]
    public async Task Two_parcels_go_in_two_calls_and_the_refused_one_stands_alone()
    {
        var shipped = await Client("half").ShipOrderAsync(Shipment(Parcel("6A1"), Parcel("6A2", "2")));

        Assert.Equal([("6A1", null), ("6A2", RefusalCode.InvalidTransition)], shipped.Value.Parcels.Select(parcel => (parcel.Key, parcel.Refusal?.Code)));
        Assert.Equal("orderLineIds", shipped.Value.Parcels[1].Refusal?.Field);
    }

    [Fact]
    public async Task A_carrier_that_is_not_listed_goes_by_its_name()
    {
        await Client().ShipOrderAsync(Shipment(Parcel("6A1") with { CarrierCode = "HOUSE", CarrierName = "House" }));

        Assert.Contains("\"carrierName\":\"House\"", System.Text.Encoding.UTF8.GetString((await octopia.RequestsAsync("/shipments")).Single().Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c-0001", MarketplaceRequestState.Done, null)]
    [InlineData("c-0003", MarketplaceRequestState.Failed, "Rejected")]
    public async Task A_cancellation_is_followed_to_its_end(string id, MarketplaceRequestState state, string? code)
    {
        var cancelled = await ((IOrderCancellation)Client()).GetCancellationAsync(Pending(id));

        Assert.Equal((state, code), (cancelled.State, cancelled.Failure?.VendorCode));
    }

    [Theory]
    [InlineData("SCID-CANCELLED", null, "done")]
    [InlineData("SCID-WAITING", null, "InvalidTransition")]
    [InlineData("SCID-READY", "no-such-reason", "Validation")]
    [InlineData("SCID-UNKNOWN", null, "NotFound")]
    public async Task A_cancellation_looks_before_it_asks(string id, string? reason, string result)
    {
        var cancelled = await ((IOrderCancellation)Client()).CancelOrderAsync(new CancelOrderRequest { OrderId = new(id), Reason = CancellationReason.OutOfStock, VendorReason = reason });

        Assert.Equal(result, cancelled.Refusal?.Code.Value ?? (cancelled.Value.IsPending ? "pending" : "done"));
    }

    [Fact]
    public async Task A_seller_whose_cancellations_go_through_the_first_api_is_told_so()
    {
        var cancelled = await ((IOrderCancellation)Client("first-api")).CancelOrderAsync(new CancelOrderRequest { OrderId = new("SCID-READY"), Reason = CancellationReason.OutOfStock });

        Assert.Equal(RefusalCode.NotSupported, cancelled.Refusal?.Code);
    }

    [Fact]
    public async Task A_gesture_that_is_there_is_found_and_one_that_was_refused_is_told()
    {
        var known = await ((IOrderRefunds)Client()).RefundOrderAsync(Gesture(10m, "A dent in the box"));
        var refused = await ((IOrderRefunds)Client()).GetRefundAsync(new OrderRefunded(new("SCID-SHIPPED"), ["g-0009"]) { State = MarketplaceRequestState.Pending });

        Assert.Equal((MarketplaceRequestState.Done, "g-0001"), (known.Value.State, known.Value.VendorIds.Single()));
        Assert.Equal((MarketplaceRequestState.Failed, "Refused"), (refused.State, refused.Failure?.VendorCode));
        Assert.Equal("""{"reasons":["MissingProduct","Other"]}""", (await Client().ReadGestureConfigurationAsync()).Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1000, "A note", "AmountExceeded")]
    [InlineData(1, null, "Validation")]
    public async Task A_gesture_is_checked_before_it_is_asked_for(int amount, string? note, string code)
    {
        var outcome = await ((IOrderRefunds)Client()).RefundOrderAsync(Gesture(amount, note));

        Assert.Equal(code, outcome.Refusal?.Code.Value);
    }

    [Fact]
    public async Task Offers_are_read_in_both_shapes_and_along_the_link()
    {
        var offers = await CdiscountWorld.AllAsync(((IOfferReader)Client()).ListOffers(new OfferQuery { IncludeRaw = true }));

        Assert.Equal([("MY-SKU-001", 144.99m, 12, true), ("12345_AUC2_New_CDISFR", 9.90m, (int?)null, false)], offers.Select(offer => (offer.Sku.Value, offer.Price!.Value.Amount, offer.Quantity, offer.IsActive)));
        Assert.Equal([[], ["NotVisible"]], offers.Select(offer => offer.Issues));
        Assert.Equal("/seller/v2/offers?salesChannelId=CDISFR&limit=100&Cursor=abc%3D%3D", (await octopia.RequestsAsync("/offers"))[1].Url);
    }

    [Fact]
    public async Task Each_offer_of_a_package_has_its_own_outcome()
    {
        var done = await Client().GetBatchAsync(Batch("PKG-INTEGRATED", "MY-SKU-001", "MY-SKU-002", "MY-SKU-003", "MY-SKU-004", "MY-SKU-005"));

        Assert.Equal(OfferBatchState.Completed, done.State);
        Assert.Equal(
            [(null, null), (RefusalCode.ExternalRejected, "4001"), (RefusalCode.Duplicate, "4009"), (RefusalCode.ExternalRejected, "OnTheMoon"), (RefusalCode.ExternalUnavailable, (string?)null)],
            done.Items.Select(item => (item.Refusal?.Code, item.Refusal?.VendorCode)));
    }

    [Theory]
    [InlineData("PKG-INTEGRATIONPENDING", OfferBatchState.Running)]
    [InlineData("PKG-ONTHEMOON", OfferBatchState.Running)]
    [InlineData("PKG-EMPTY", OfferBatchState.Running)]
    [InlineData("PKG-REJECTED", OfferBatchState.Failed)]
    public async Task A_package_runs_until_its_results_are_there(string id, OfferBatchState state)
    {
        var batch = await Client().GetBatchAsync(Batch(id));

        Assert.Equal((state, state == OfferBatchState.Failed ? "5001" : null), (batch.State, batch.Items.SingleOrDefault()?.Refusal?.VendorCode));
    }

    [Fact]
    public async Task A_wrong_request_is_found_and_the_others_go_on()
    {
        var batch = await Client().UpdatePricesAsync([.. "MY-SKU-001 CHEAP MY-SKU-002".Split(' ').Select(static sku =>
            new PriceChange { Sku = new(sku), Price = Money.Eur(9.90m), Taxes = [PriceTax.OfPercent("VAT", 20m)] })]);

        Assert.Equal((OfferBatchState.Running, "PKG001"), (batch.State, batch.Id?.Value));
        Assert.Equal("CHEAP", batch.Items.Single().Key.Sku.Value);
    }

    [Fact]
    public async Task A_package_is_named_by_its_location_in_either_spelling()
    {
        IReadOnlyList<StockChange> stock = [new StockChange { Sku = new("MY-SKU-001"), Quantity = 7 }];

        Assert.Equal("PKG001", (await Client("absolute").UpdateStockAsync(stock)).Id?.Value);
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Client("nameless").UpdateStockAsync(stock))).Kind);
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Client().GetBatchAsync(Batch("PKG-ODD")))).Kind);
        Assert.Equal(RefusalCode.NotSupported, (await Client("no-json").UpdateStockAsync(stock)).Items.Single().Refusal?.Code);
    }

    [Fact]
    public async Task Whole_offers_and_ends_send_exactly_these_bytes()
    {
        var client = (IOfferWriter)Client();
        await client.PutOffersAsync(
        [
            new OfferDraft
            {
                Sku = new("MY-SKU-001"), ProductId = "1234567890128", Condition = "New", Price = Money.Eur(144.99m), Quantity = 12, LeadTimeDays = 2,
                Taxes = [PriceTax.OfPercent("vat", 20m), PriceTax.OfAmount("ecotax", Money.Eur(0.30m))],
                VendorFields = new Dictionary<string, string> { ["deliveryModes.TRK.cost"] = "4.90", ["deliveryModes.TRK.additionalCost"] = "1.00" },
            },
        ]);
        await client.EndOffersAsync([new OfferKey(new("MY-SKU-003"))]);

        Snapshot.Match(string.Join("\n\n", (await octopia.RequestsAsync("/offer-packages")).Where(static request => request.Method != "GET").Select(static request => request.ToText())));
    }

    [Fact]
    public async Task A_discussion_has_its_messages_in_order_with_who_wrote_them()
    {
        var client = (IMessagingClient)Client();
        var threads = await CdiscountWorld.AllAsync(client.ListThreads(new ThreadQuery { IncludeMessages = true, IncludeRaw = true }));

        Assert.Equal(["m1", "m2"], threads[0].Messages.Select(message => message.Id));
        Assert.Equal([MessageParty.Buyer, MessageParty.Marketplace], threads[0].Messages.Select(message => message.From));
        Assert.Equal(["f-1"], threads[0].Messages[1].AttachmentIds);
        Assert.Equal([(true, false), (false, true)], threads.Select(thread => (thread.IsOpen!.Value, thread.IsClaim)));
        Assert.Equal([true, false], threads.Select(thread => thread.AnswerDueSince is not null));
        Assert.All(threads, thread => Assert.NotNull(thread.Raw));
        Assert.Null(await client.FindThreadAsync(new("d9")));
        Assert.Equal(RefusalCode.NotFound, (await client.SendMessageAsync(new SendMessageRequest { ThreadId = new("d9"), Body = "Hello, are you there?" })).Refusal?.Code);
    }

    [Fact]
    public async Task What_is_so_already_is_not_sent()
    {
        var thread = await ((IThreadUpdates)Client()).UpdateThreadAsync(new ThreadUpdate { ThreadId = new("d2"), IsOpen = false });

        Assert.False(thread.Value.IsOpen);
        Assert.Equal(1, octopia.Sent("/discussions"));
    }

    [Theory]
    [InlineData(MessageParty.Marketplace, CdiscountMessageForm.Receivers)]
    [InlineData(MessageParty.Marketplace, CdiscountMessageForm.Receiver)]
    [InlineData(MessageParty.Buyer, CdiscountMessageForm.Receiver)]
    public async Task An_answer_names_its_reader_in_the_form_that_was_chosen(MessageParty to, CdiscountMessageForm form)
    {
        var sent = await ((IMessagingClient)Client(configure: options => options.MessageForm = form))
            .SendMessageAsync(new SendMessageRequest { ThreadId = new("d1"), Body = "Hello, the address has been changed.", To = to });

        Assert.Equal("m3", sent.Value.MessageId);
        Snapshot.Match((await octopia.RequestsAsync("/messages")).Single().ToText(), part: $"{to}-{form}");
    }

    [Fact]
    public async Task A_cancellation_names_its_order_in_the_field_that_was_chosen()
    {
        await ((IOrderCancellation)Client(configure: static options => options.CancellationField = CdiscountCancellationField.OrderId))
            .CancelOrderAsync(new CancelOrderRequest { OrderId = new("SCID-READY"), Reason = CancellationReason.OutOfStock });

        Snapshot.Match((await octopia.RequestsAsync("/order-cancellation-requests"))[^1].ToText());
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<Page<T>> pages)
    {
        var all = new List<T>();
        await foreach (var page in pages)
        {
            all.AddRange(page.Items);
        }

        return all;
    }
}
