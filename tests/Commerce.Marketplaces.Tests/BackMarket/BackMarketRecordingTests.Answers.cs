using Xunit;

namespace Commerce.Marketplaces.Tests.BackMarket;

public sealed partial class BackMarketRecordingTests
{
    [Fact]
    public async Task An_order_is_read_with_money_address_and_states()
    {
        var order = (await Client().FindOrderAsync(new("60200")))!;

        var line = Assert.Single(order.Lines);
        Assert.Equal((MarketplaceOrderState.AwaitingAcceptance, "1", "1"), (order.State, order.VendorState, line.VendorState));
        Assert.Equal((2, Money.Eur(625m), Money.Eur(1250m), Money.Eur(22.99m)), (line.Quantity, line.UnitPrice, line.GoodsPrice, line.Commission));
        Assert.Equal((Money.Eur(1250m), Money.Eur(0m), Money.Eur(1250m)), (order.Amounts!.Goods, order.Amounts.Shipping, order.Amounts.Total));
        Assert.Equal(("Zoe Martin", "12 rue des Essais", "FR"), (order.ShipTo!.Contact.Name, order.ShipTo.Address.Line1, order.ShipTo.Address.Country.Value));
        Assert.Equal(new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero), order.ShipBy);
        Assert.Null(order.AcceptBy);
        Assert.Null(order.Raw);
        Assert.DoesNotContain("Zoe", order.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_goes_on_from_a_token_with_its_own_filters_and_on_the_same_host()
    {
        var client = Client();
        var query = new OrderQuery { ChangedSince = March(10), IncludeRaw = true };
        var pages = new List<Page<MarketplaceOrder>>();
        await foreach (var page in client.ListOrders(query).PagesAsync())
        {
            pages.Add(page);
        }

        Assert.Equal(["59780001", "59780002"], pages.SelectMany(page => page.Items).Select(order => order.Id.Value));
        Assert.Equal((new ContinuationToken("2"), 2L), (pages[0].Next, pages[0].TotalCount));
        Assert.Equal(MarketplaceOrderState.Cancelled, pages[1].Items[0].State);
        Assert.Contains("\"order_id\":59780002", pages[1].Items[0].Raw!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("/ws/orders?date_modification=2026-03-10T00%3A00%3A00Z&page=2&page-size=50", (await backmarket.RequestsAsync())[^1].Url);
    }

    [Fact]
    public async Task Unknown_orders_listings_and_folders_are_not_found()
    {
        var client = Client();

        Assert.Null(await client.FindOrderAsync(new("60404")));
        Assert.Null(await ((IMessagingClient)client).FindThreadAsync(new("70404")));
        var batch = await client.UpdateStockAsync([new StockChange { Sku = new("UNKNOWN"), Quantity = 1 }]);
        Assert.Equal(RefusalCode.NotFound, Assert.Single(batch.Items).Refusal?.Code);
    }

    [Fact]
    public async Task A_challenge_of_the_gate_is_throttling_under_the_number_of_the_gate()
    {
        var failure = await FailureAsync(() => Client().FindOrderAsync(new("60403")));

        Assert.Equal((CommerceErrorKind.Throttled, "bot-need-challenge", "8f0000000000cdg"), (failure.Kind, failure.VendorCode, failure.RequestId));
    }

    [Fact]
    public async Task Throttling_waits_as_long_as_it_is_told_to_or_ten_seconds_and_more()
    {
        var untold = await FailureAsync(() => Client(options => options.MaxRetries = 0).FindOrderAsync(new("60429")));
        var told = await FailureAsync(() => Client().FindOrderAsync(new("60430")));

        Assert.Equal((CommerceErrorKind.Throttled, "Too many requests"), (untold.Kind, untold.VendorMessage));
        Assert.InRange(untold.RetryAfter!.Value, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
        Assert.Equal(TimeSpan.FromSeconds(90), told.RetryAfter);
    }

    [Fact]
    public async Task A_line_that_is_refused_does_not_hide_the_one_that_is_accepted()
    {
        var decided = await ((IOrderAcceptance)Client()).DecideOrderAsync(new OrderDecision { OrderId = new("61600"), AcceptedLines = [new("98765"), new("98766")] });

        Assert.Equal([true, false], decided.Value.Lines.Select(line => line.IsSuccess));
        Assert.Equal("backmarket refused: sku not found", decided.Value.Lines[1].Refusal!.Message);
    }

    [Fact]
    public async Task Shipping_without_an_answer_in_time_may_have_happened()
    {
        var failure = await FailureAsync(() => Client(options => (options.MaxRetries, options.AttemptTimeout) = (0, TimeSpan.FromSeconds(1))).ShipOrderAsync(Shipping("62503")));

        Assert.Equal((CommerceErrorKind.Unavailable, true, "ship-order"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
    }

    [Fact]
    public async Task A_task_tells_the_outcome_of_each_item_even_of_those_that_it_does_not_name()
    {
        var client = Client();
        var done = await client.GetBatchAsync(Batch("69200"));
        var running = await client.GetBatchAsync(Batch("69202"));
        var failed = await client.GetBatchAsync(Batch("69208"));

        Assert.Equal((OfferBatchState.Completed, OfferBatchState.Running, OfferBatchState.Failed), (done.State, running.State, failed.State));
        Assert.Equal([true, false, false], done.Items.Select(item => item.IsSuccess));
        Assert.Contains("The price is not valid.", done.Items[1].Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("does not name PHONE-3", done.Items[2].Refusal!.Message, StringComparison.Ordinal);
        Assert.All(failed.Items, item => Assert.Contains("Task has been interrupted.", item.Refusal!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_transfer_with_the_same_tracking_number_counts_as_done()
    {
        var outcome = await Client().TransferItemAsync(new("73409"), "UPS", "1Z900", Marketplaces.BackMarket.BackMarketItemAction.Replace);

        Assert.True(outcome.Value.WasAlreadyTold);
    }
}
