using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class MarketplaceOrderTests
{
    [Fact]
    public void A_marketplace_order_goes_only_the_listed_steps() => Assert.Equal(
    [
        "Confirmed > Cancelled", "Confirmed > Shipped", "Delivered > Refunded", "Imported > Cancelled", "Imported > Confirmed",
        "Quarantined > Cancelled", "Quarantined > Imported", "Received > Cancelled", "Received > Imported", "Received > Quarantined",
        "Shipped > Delivered", "Shipped > Refunded",
    ],
    Steps.Of(MarketplaceOrderTransitions.Table));

    [Fact]
    public async Task Order_follows_the_parcel_and_the_marketplace()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();
        await market.ShipAsync();
        var shipped = (await market.RecordAsync()).Status;
        var seen = (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!;
        market.Only.Put(seen with { State = MarketplaceOrderState.Delivered, UpdatedAt = market.Now });
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));
        var delivered = (await market.RecordAsync()).Status;
        market.Only.Put(seen with { State = MarketplaceOrderState.Refunded, UpdatedAt = market.Now });
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        Assert.Equal(
            [MarketplaceOrderStatus.Shipped, MarketplaceOrderStatus.Delivered, MarketplaceOrderStatus.Refunded],
            [shipped, delivered, (await market.RecordAsync()).Status]);
    }

    [Fact]
    public async Task Each_account_is_told_the_parcel_in_its_own_word_for_the_carrier()
    {
        await using var market = await Market.OpenAsync(
            [MarketplaceCode.Mirakl, MarketplaceCode.Cdiscount, MarketplaceCode.Ebay, MarketplaceCode.BackMarket],
            configure: static options => options.CarrierCodes
                .Set(CarrierCode.Chronopost, "CHR")
                .Set(Market.One, CarrierCode.Chronopost, "CHRONO")
                .Set(MarketplaceCode.BackMarket, CarrierCode.Chronopost, "Chronopost FR"));
        foreach (var account in market.Accounts.Keys)
        {
            market.Accounts[account].Put(market.Order(account: account));
        }

        await market.SyncAsync();
        foreach (var account in market.Accounts.Keys)
        {
            await market.ShipAsync(account: account);
        }

        Assert.Equal(
            ["CHRONO", "CHR", "Chronopost", "Chronopost FR"],
            market.Accounts.Values.Select(static account => Assert.Single(account.Inner.Shipped[new MarketplaceOrderId("A-1")]).CarrierCode));
        Assert.All(market.Accounts.Values, static account => Assert.Equal("Chronopost", account.Inner.Shipped[new MarketplaceOrderId("A-1")][0].CarrierName));
    }

    [Fact]
    public async Task Order_without_address_or_with_a_negative_total_is_quarantined_with_both_reasons()
    {
        await using var market = await Market.OpenAsync();
        var order = market.Order();
        market.Only.Put(order with { State = MarketplaceOrderState.ReadyToShip, ShipTo = null, Amounts = order.Amounts! with { Total = Money.Eur(-1) } });

        await market.SyncAsync();

        var record = await market.RecordAsync();
        Assert.Equal(MarketplaceOrderStatus.Quarantined, record.Status);
        Assert.Equal(2, record.Reasons.Count);
        Assert.Contains("address", market.Host.Published.Only<MarketplaceOrderQuarantined>().Reason, StringComparison.Ordinal);
        Assert.Empty(market.Host.Published.All<OrderImported>());
    }

    [Fact]
    public async Task Quarantined_order_is_imported_by_itself_when_it_comes_again_in_order()
    {
        await using var market = await Market.OpenAsync();
        var order = market.Order() with { State = MarketplaceOrderState.ReadyToShip };
        market.Only.Put(order with { ShipTo = null });
        await market.SyncAsync();
        market.Only.Put(order);

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        Assert.Single(market.Host.Published.All<OrderImported>());
        Assert.Equal(MarketplaceOrderStatus.Confirmed, (await market.RecordAsync()).Status);
    }

    [Fact]
    public async Task Retry_after_the_catalogue_was_repaired_imports_what_was_kept_and_before_tells_what_is_missing()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order(sku: new Sku("NEW-1")));
        await market.SyncAsync();

        var early = await market.Host.AskAsync<Answer>(new RetryQuarantined(Market.One, "A-1"));
        market.AddProduct(new Sku("NEW-1"));
        var late = await market.Host.AskAsync<Answer>(new RetryQuarantined(Market.One, "A-1"));
        var again = await market.Host.AskAsync<Answer>(new RetryQuarantined(Market.One, "A-1"));
        await market.Host.SettleAsync();

        Assert.Contains("NEW-1", Assert.Single(early.Refusals).Message, StringComparison.Ordinal);
        Assert.Empty(late.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(again.Refusals).Code);
        Assert.Single(market.Host.Published.All<OrderImported>());
        Assert.Single(market.Host.Published.All<MarketplaceOrderQuarantined>());
    }

    [Fact]
    public async Task Retry_of_an_unknown_order_is_refused()
    {
        await using var market = await Market.OpenAsync();

        var answer = await market.Host.AskAsync<Answer>(new RetryQuarantined(Market.One, "nobody's"));

        Assert.Equal((RefusalCode.NotFound, "ExternalId"), (answer.Refusals[0].Code, answer.Refusals[0].Field));
    }

    [Theory]
    [InlineData(8.97, false)]
    [InlineData(9.05, false)]
    [InlineData(9.06, true)]
    [InlineData(8.87, true)]
    public async Task Commission_more_than_one_percent_from_the_table_is_flagged(double reported, bool isFlagged)
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order(commission: (decimal)reported));

        await market.SyncAsync();

        var record = await market.RecordAsync();
        Assert.Equal((isFlagged, Money.Eur(8.97m)), (record.IsCommissionFlagged, record.Commission!.Expected!.Value));
        Assert.Equal(Money.Eur((decimal)reported), (await market.OrderAsync()).Commission);
        var decision = Assert.Single((await market.Repository<Decision>().ListAsync(new() { Where = kept => kept.Kind == "commission" })).Items);
        Assert.Equal((isFlagged ? "flagged" : "taken", 8.97m, 8.97m), (decision.Outcome, decision.Score, decision.Parts[0].Points));
    }

    [Theory]
    [InlineData("out_of_stock", "out_of_stock")]
    [InlineData("customer_request", "buyer_request")]
    [InlineData("fraud_detected", "fraud")]
    [InlineData("address_issue", "address_problem")]
    [InlineData("pricing_error", "pricing_error")]
    [InlineData("other", "other")]
    public async Task Cancelled_order_is_told_to_the_marketplace_once_with_its_reason(string reason, string told)
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();

        await market.Host.SendAsync(new CancelOrder(OrderKeys.From(Market.One, "A-1"), reason));
        await market.Host.SettleAsync();

        Assert.Equal(new CancellationReason(told), Assert.Single(market.Only.Cancelled).Reason);
        Assert.Equal(MarketplaceOrderStatus.Cancelled, (await market.RecordAsync()).Status);
    }

    [Fact]
    public async Task A_crash_after_the_cancellation_call_does_not_lose_it()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();
        market.Host.CrashNextAt(CrashPoint.AfterOutcome);

        await market.Host.SendAsync(new CancelOrder(OrderKeys.From(Market.One, "A-1"), "customer_request"));
        await market.Host.RestartAfterCrashAsync();
        await market.Host.SettleAsync();

        Assert.Single(market.Only.Cancelled);
        Assert.Equal(MarketplaceOrderStatus.Cancelled, (await market.RecordAsync()).Status);
    }

    [Fact]
    public async Task Cancellation_that_the_marketplace_works_on_is_followed_to_its_end()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();
        market.Only.CancellationState = MarketplaceRequestState.Pending;
        await market.Host.SendAsync(new CancelOrder(OrderKeys.From(Market.One, "A-1"), "customer_request"));
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(11));
        var open = (await market.RecordAsync()).Status;
        market.Only.CancellationState = MarketplaceRequestState.Done;
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((MarketplaceOrderStatus.Confirmed, MarketplaceOrderStatus.Cancelled), (open, (await market.RecordAsync()).Status));
    }

    [Fact]
    public async Task Cancellation_that_the_marketplace_refuses_or_fails_is_noted_and_told()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();
        market.Only.CancellationRefusal = new Refusal(RefusalCode.InvalidTransition, "too late");

        await market.Host.SendAsync(new CancelOrder(OrderKeys.From(Market.One, "A-1"), "customer_request"));
        await market.Host.SettleAsync();

        Assert.Contains("too late", (await market.RecordAsync()).Note, StringComparison.Ordinal);
        Assert.Equal(SyncKinds.Cancellation, market.Host.Published.Only<MarketplaceSyncFailed>().Kind);
    }

    [Fact]
    public async Task Marketplace_without_cancellations_gets_a_note_for_a_person()
    {
        await using var market = await Market.OpenAsync(isPlain: true);
        market.Only.Put(market.Order());
        await market.SyncAsync();

        await market.Host.SendAsync(new CancelOrder(OrderKeys.From(Market.One, "A-1"), "customer_request"));
        await market.Host.SettleAsync();

        Assert.Contains("Cancel it there", (await market.RecordAsync()).Note, StringComparison.Ordinal);
        Assert.Contains("A-1", market.Host.Published.Only<MarketplaceSyncFailed>().Error, StringComparison.Ordinal);
        Assert.Equal(MarketplaceOrderStatus.Confirmed, (await market.RecordAsync()).Status);
    }

    [Fact]
    public async Task Order_without_stock_is_refused_once_and_needs_no_cancellation()
    {
        await using var market = await Market.OpenAsync(lamps: 1);
        market.Only.Put(market.Order());

        await market.SyncAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.Equal(MarketplaceOrderState.Cancelled, (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!.State);
        Assert.Equal(MarketplaceOrderStatus.Cancelled, (await market.RecordAsync()).Status);
        Assert.Empty(market.Only.Cancelled);
        Assert.Single(market.Host.Published.All<CancelOrder>());
    }

    [Fact]
    public async Task Cancellation_by_the_marketplace_cancels_the_order_and_frees_its_stock()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();
        var seen = (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!;
        market.Only.Put(seen with { State = MarketplaceOrderState.Cancelled, UpdatedAt = market.Now });

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        Assert.Equal("customer_request", market.Host.Published.Only<CancelOrder>().Reason);
        Assert.Equal((OrderStatus.Cancelled, MarketplaceOrderStatus.Cancelled), ((await market.OrderAsync()).Status, (await market.RecordAsync()).Status));
        Assert.Equal(0, (await market.Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Shop.Lamp).Key)).Reserved);
        Assert.Empty(market.Only.Cancelled);
    }

    [Fact]
    public async Task Cancellation_by_the_marketplace_after_the_parcel_left_is_told_to_a_person()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        await market.SyncAsync();
        await market.ShipAsync();
        var seen = (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!;
        market.Only.Put(seen with { State = MarketplaceOrderState.Cancelled, UpdatedAt = market.Now });

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        Assert.Equal(MarketplaceOrderStatus.Shipped, (await market.RecordAsync()).Status);
        Assert.Contains("after it had left", market.Host.Published.Only<MarketplaceSyncFailed>().Error, StringComparison.Ordinal);
        Assert.Empty(market.Host.Published.All<CancelOrder>());
    }

    [Fact]
    public async Task Quarantined_order_that_is_cancelled_is_never_imported()
    {
        await using var market = await Market.OpenAsync();
        var order = market.Order(sku: new Sku("THEIRS-1"));
        market.Only.Put(order);
        await market.SyncAsync();
        market.Only.Put(order with { State = MarketplaceOrderState.Cancelled });
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        var answer = await market.Host.AskAsync<Answer>(new RetryQuarantined(Market.One, "A-1"));

        Assert.Equal(MarketplaceOrderStatus.Cancelled, (await market.RecordAsync()).Status);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(answer.Refusals).Code);
    }

    [Theory]
    [InlineData("nobody", "X", "LAMP-1", "Account")]
    [InlineData("mirakl", " ", "LAMP-1", "ExternalSku")]
    [InlineData("mirakl", "X", "NOBODYS-1", "Sku")]
    public async Task Wrong_mapping_is_refused_and_names_the_field(string account, string word, string sku, string field)
    {
        await using var market = await Market.OpenAsync();

        var answer = await market.Host.AskAsync<Answer>(new SetSkuMapping(account, word, new Sku(sku)));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
    }
}
