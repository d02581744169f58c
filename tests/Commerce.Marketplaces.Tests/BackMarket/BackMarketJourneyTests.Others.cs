using Commerce.Marketplaces.BackMarket;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

public sealed partial class BackMarketJourneyTests
{
    [Fact]
    public async Task A_revoked_token_is_told_and_not_tried_again()
    {
        var client = Client();
        BackMarket.RevokeToken();
        var before = _sandbox.Faults.Calls.Count;

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new("1")));

        Assert.Equal((CommerceErrorKind.Unauthorized, "unauthorized"), (failure.Kind, failure.VendorCode));
        Assert.Equal(1, _sandbox.Faults.Calls.Count - before);
    }

    [Fact]
    public async Task Throttling_without_a_time_waits_ten_seconds_and_some_more()
    {
        var client = Client(options => options.MaxRetries = 0);
        BackMarket.Limit(1, TimeSpan.FromHours(1));
        await client.FindOrderAsync(new("1"));

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new("1")));

        Assert.Equal(CommerceErrorKind.Throttled, failure.Kind);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Orders_that_arrive_over_time_are_listed_by_their_change()
    {
        var client = Client();
        BackMarket.Arrive(TimeSpan.FromMinutes(10), 3, number => new SandboxOrder { Lines = [($"PHONE-{number + 1}", 1, 99m)] });
        _clock.Advance(TimeSpan.FromMinutes(25));
        var first = await AllAsync(client.ListOrders(new OrderQuery()));
        _clock.Advance(TimeSpan.FromMinutes(10));

        var later = await AllAsync(client.ListOrders(new OrderQuery { ChangedSince = first[^1].UpdatedAt!.Value.AddMinutes(1) }));

        Assert.Equal(2, first.Count);
        Assert.DoesNotContain(Assert.Single(later).Id, first.Select(order => order.Id));
    }

    [Fact]
    public async Task Open_orders_are_listed_by_state_so_that_they_can_be_read_again()
    {
        var client = Client();
        var waiting = Place(("PHONE-1", 1, 99m));
        var accepted = await AcceptedAsync(client);

        var open = await AllAsync(client.ListOrders(new OrderQuery { States = [MarketplaceOrderState.AwaitingAcceptance, MarketplaceOrderState.ReadyToShip] }));
        var toShip = await AllAsync(client.ListOrders(new OrderQuery { States = [MarketplaceOrderState.ReadyToShip], IncludeRaw = true }));

        Assert.Equal([waiting, accepted.Id], open.Select(order => order.Id));
        Assert.Contains("\"state\":3", Assert.Single(toShip).Raw!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listing_that_was_made_anew_is_found_again()
    {
        var client = Client();
        await client.UpdateStockAsync([new StockChange { Sku = new("PHONE-1"), Quantity = 5 }]);
        BackMarket.Relist("PHONE-1");

        var batch = await client.UpdateStockAsync([new StockChange { Sku = new("phone-1"), Quantity = 6 }]);

        Assert.True(Assert.Single(batch.Items).IsSuccess);
        Assert.Equal(6, BackMarket.Stock["PHONE-1"]);
    }

    [Fact]
    public async Task Many_unknown_listings_are_learnt_by_pages()
    {
        var client = Client();
        for (var number = 0; number < 120; number++)
        {
            BackMarket.Offer($"MANY-{number}", 1, 10m);
        }

        var batch = await client.UpdateStockAsync([.. Enumerable.Range(0, 120).Select(number => new StockChange { Sku = new($"MANY-{number}"), Quantity = 2 })]);

        Assert.All(batch.Items, item => Assert.True(item.IsSuccess, item.Refusal?.Message));
        Assert.InRange(_sandbox.Faults.Calls.Count(call => call.Operation == "list-listings"), 1, 3);
        Assert.True(_sandbox.Faults.Calls.Count(call => call.Operation == "find-listing") < 50);
    }

    [Fact]
    public async Task A_failure_amid_a_batch_is_told_of_its_item()
    {
        var client = Client(options => options.MaxRetries = 0);
        await client.UpdateStockAsync([new StockChange { Sku = new("PHONE-1"), Quantity = 5 }, new StockChange { Sku = new("PHONE-2"), Quantity = 5 }]);
        _sandbox.Faults.Add("backmarket", "find-listing", SandboxFault.Unavailable);

        var batch = await client.UpdateStockAsync(
            [new StockChange { Sku = new("PHONE-1"), Quantity = 6 }, new StockChange { Sku = new("OTHER"), Quantity = 6 }, new StockChange { Sku = new("PHONE-2"), Quantity = 6 }]);

        Assert.Equal([null, RefusalCode.ExternalUnavailable, null], batch.Items.Select(item => item.Refusal?.Code));
        Assert.Equal((6, 6), (BackMarket.Stock["PHONE-1"], BackMarket.Stock["PHONE-2"]));
    }

    [Fact]
    public async Task New_listings_are_refused_until_the_open_points_are_decided()
    {
        var draft = new OfferDraft { Sku = new("NEW-1"), ProductId = "3400000000001", Price = Money.Eur(89m), Quantity = 4, Condition = "2" };

        var undecided = await ((IOfferWriter)Client()).PutOffersAsync([draft]);
        var unread = await ((IOfferWriter)Client(options => options.ConditionColumn = "state")).PutOffersAsync([draft]);
        var client = Client(options => (options.ConditionColumn, options.UnnamedItem) = ("state", BackMarketUnnamedItem.Done));
        var batch = await ((IOfferWriter)client).PutOffersAsync([draft, draft with { Sku = new("NEW-2"), ProductId = "1" }]);
        BackMarket.FinishEverything();
        batch = await client.GetBatchAsync(batch);
        var ended = await ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("NEW-1"))]);

        Assert.Contains("ConditionColumn", Assert.Single(undecided.Items).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("UnnamedItem", Assert.Single(unread.Items).Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal([true, false], batch.Items.Select(item => item.IsSuccess));
        Assert.True(Assert.Single(ended.Items).IsSuccess);
        Assert.Equal((0, 89m), (BackMarket.Stock["NEW-1"], BackMarket.Prices["NEW-1"]));
    }

    [Fact]
    public async Task A_price_in_another_currency_than_the_market_is_refused_before_it_is_sent()
    {
        var batch = await Client().UpdatePricesAsync([new PriceChange { Sku = new("PHONE-1"), Price = Money.Eur(200m), Channel = "en-gb" }]);

        Assert.Equal(RefusalCode.Validation, Assert.Single(batch.Items).Refusal?.Code);
        Assert.DoesNotContain(_sandbox.Faults.Calls, call => call.Operation == "update-listing");
    }

    [Fact]
    public async Task A_care_folder_is_read_answered_and_not_opened_again_by_accident()
    {
        var client = (IMessagingClient)Client();
        var order = Place(("PHONE-1", 1, 99m));
        var folder = new ThreadId(BackMarket.BuyerWrites(order.Value, "Battery does not charge"));
        var thread = Assert.Single(await AllAsync(client.ListThreads(new ThreadQuery { OrderId = order, IncludeMessages = true, IncludeRaw = true })));

        var sent = await client.SendMessageAsync(new SendMessageRequest { ThreadId = folder, Body = "Please use the label below.", Attachments = [new("label.pdf", "application/pdf", "%PDF"u8.ToArray())] });
        var read = await client.FindThreadAsync(folder);
        BackMarket.CloseFolder(folder.Value);
        var closed = await client.SendMessageAsync(new SendMessageRequest { ThreadId = folder, Body = "One more thing." });
        var reopened = await client.SendMessageAsync(new SendMessageRequest { ThreadId = folder, Body = "One more thing.", VendorFields = new Dictionary<string, string> { ["reopen"] = "true" } });

        Assert.Equal((order, "BATTERY_NOT_CHARGING", true), (thread.OrderId, thread.Topic, thread.IsOpen));
        Assert.NotNull(thread.AnswerDueSince);
        Assert.NotNull(thread.Raw);
        Assert.Equal(folder, sent.Value.ThreadId);
        Assert.Equal([MessageParty.Buyer, MessageParty.Seller], read!.Messages.Select(message => message.From));
        Assert.Equal(["https://cdn.example.com/label.pdf"], read.Messages[1].AttachmentIds);
        Assert.Null(read.AnswerDueSince);
        Assert.Equal(RefusalCode.InvalidTransition, closed.Refusal?.Code);
        Assert.True(reopened.IsSuccess, reopened.Refusal?.Message);
    }

    [Fact]
    public async Task Care_folders_are_listed_page_by_page()
    {
        var client = (IMessagingClient)Client();
        for (var number = 0; number < 23; number++)
        {
            BackMarket.BuyerWrites(Place(("PHONE-1", 1, 99m)).Value, "Hello");
        }

        var listed = await AllAsync(client.ListThreads(new ThreadQuery { ChangedSince = _clock.GetUtcNow() }));

        Assert.Equal(23, listed.Select(thread => thread.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_item_goes_back_to_the_buyer_once_and_a_problem_is_declared()
    {
        var client = Client();
        var folder = new ThreadId(BackMarket.BuyerWrites(Place(("PHONE-1", 1, 99m)).Value, "It is broken"));

        var first = await client.TransferItemAsync(folder, "UPS", "1Z900", BackMarketItemAction.Repair);
        var again = await client.TransferItemAsync(folder, "UPS", "1Z900", BackMarketItemAction.Repair);
        var unknown = await client.TransferItemAsync(new("9"), "UPS", "1Z901", BackMarketItemAction.Nothing);
        var problem = await client.DeclareProblemAsync(folder, BackMarketProblem.Other, null, []);
        var refused = await client.DeclareProblemAsync(folder, BackMarketProblem.WrongItem, "Another one came.", []);
        var withoutFile = await client.DeclareProblemAsync(folder, BackMarketProblem.DamagedPackage, null, []);

        Assert.Equal((false, true), (first.Value.WasAlreadyTold, again.Value.WasAlreadyTold));
        Assert.Equal(RefusalCode.NotFound, unknown.Refusal?.Code);
        Assert.True(problem.IsSuccess, problem.Refusal?.Message);
        Assert.Equal((RefusalCode.ExternalRejected, RefusalCode.Validation), (refused.Refusal!.Code, withoutFile.Refusal!.Code));
    }

    [Fact]
    public async Task A_return_is_listed_until_it_arrives_and_is_not_decided_by_the_API()
    {
        var client = (IReturnsClient)Client();
        var order = Place(("PHONE-1", 1, 99m));
        var id = BackMarket.BuyerReturns(order.Value);
        var underway = Assert.Single(await AllAsync(client.ListReturns(new ReturnQuery { OrderId = order, IncludeRaw = true })));
        BackMarket.ReturnArrives(id);

        var arrived = Assert.Single(await AllAsync(client.ListReturns(new ReturnQuery())));
        var decided = await client.DecideReturnsAsync([new ReturnDecision { ReturnId = arrived.Id, Verdict = ReturnVerdict.Accept }]);

        Assert.Equal((MarketplaceReturnState.Accepted, MarketplaceReturnState.Received), (underway.State, arrived.State));
        Assert.Contains(id, underway.Raw!, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.NotSupported, Assert.Single(decided).Refusal?.Code);
    }

    [Fact]
    public async Task The_label_of_an_order_that_Back_Market_ships_is_read_and_an_invoice_is_given()
    {
        var client = Client();
        var order = await AcceptedAsync(client);
        BackMarket.ShipByBackMarket(order.Id.Value);

        var delivery = Assert.Single(await client.ListDeliveriesAsync(order.Id));
        var invoice = await ((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = order.Id, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "%PDF"u8.ToArray() });
        var note = await ((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = order.Id, Kind = OrderDocumentKind.CreditNote, FileName = "note.pdf", Content = "%PDF"u8.ToArray() });

        Assert.Equal(("Chronopost", order.Id), (delivery.CarrierName, delivery.OrderId));
        Assert.Equal("BackShip", (await client.FindOrderAsync(order.Id))!.ShippingMethod);
        Assert.True(invoice.IsSuccess, invoice.Refusal?.Message);
        Assert.Equal(["invoice.pdf"], BackMarket.Invoices[order.Id.Value]);
        Assert.Equal(RefusalCode.NotSupported, note.Refusal?.Code);
    }

    [Fact]
    public async Task The_competition_for_a_listing_is_read()
    {
        var client = Client();
        var listing = Assert.Single(await AllAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("PHONE-1")], IncludeRaw = true })));

        var rival = Assert.Single(await client.ListCompetitorsAsync(listing.VendorOfferId!));

        Assert.Equal((listing.VendorOfferId, Money.Eur(229.90m), Money.Eur(228.90m), false), (rival.ListingId, rival.Price, rival.PriceToWin, rival.IsWinning));
        Assert.Contains("PHONE-1", listing.Raw!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_orders_are_listed_page_by_page()
    {
        BackMarket.Limit(1_000_000, TimeSpan.FromSeconds(1));
        for (var number = 0; number < 100_000; number++)
        {
            Place(("PHONE-1", 1, 99m));
        }

        var pages = 0;
        await foreach (var page in Client().ListOrders(new OrderQuery()).PagesAsync(new ContinuationToken("1990")))
        {
            pages++;
            Assert.Equal((50, 100_000L), (page.Items.Count, page.TotalCount));
        }

        Assert.Equal(11, pages);
    }
}
