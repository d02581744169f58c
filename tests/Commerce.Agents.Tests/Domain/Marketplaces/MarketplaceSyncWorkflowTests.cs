using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class MarketplaceSyncWorkflowTests
{
    [Fact]
    public async Task W2_1_All_six_marketplaces_are_asked_from_24_hours_ago_then_from_ten_minutes_before_the_last_reading()
    {
        await using var market = await Market.OpenAsync(Market.Six);
        var start = market.Now;

        await market.SyncAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        Assert.All(market.Accounts.Values, account => Assert.Equal(
            [start - TimeSpan.FromHours(24), start - TimeSpan.FromMinutes(10)], account.Queries.Select(query => query.ChangedSince!.Value)));
        Assert.Equal(12, market.Host.Published.All<MarketplaceSyncCompleted>().Count);
    }

    [Fact]
    public async Task W2_2_Every_order_has_buyer_address_lines_and_commission_and_one_without_details_is_asked_for()
    {
        await using var market = await Market.OpenAsync();
        var order = market.Order() with { Buyer = new MarketplaceBuyer { Id = "b-1" } };
        var bare = order with { Amounts = null };
        market.Only.Put(bare);
        market.Only.Faults.Fail("FindOrder", CommerceErrorKind.Unavailable);

        await market.SyncAsync();
        var first = market.Host.Published.Only<MarketplaceSyncCompleted>();
        market.Only.Put(order);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));

        Assert.Equal((0, 1), (first.Processed, first.Failed));
        var received = market.Host.Published.Only<MarketplaceOrderReceived>();
        Assert.Equal("b-1", received.Buyer!.Id);
        Assert.Equal("Lyon", received.ShipTo!.Address.City);
        Assert.Equal(Shop.Lamp, Assert.Single(received.Lines).Sku);
        Assert.Equal(Money.Eur(8.97m), received.Commission);
    }

    [Fact]
    public async Task W2_3_The_same_payload_three_times_is_one_order_and_a_changed_one_is_one_update()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order() with { State = MarketplaceOrderState.ReadyToShip });

        await market.SyncAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(600));
        var before = market.Host.Published.All<MarketplaceOrderUpdated>().Count;
        market.Only.Put(market.Order() with { State = MarketplaceOrderState.ReadyToShip, ShippingMethod = "Express" });
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(600));

        Assert.Equal(3, market.Only.Queries.Count(query => query.ChangedSince < market.Now - TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(600)));
        Assert.Single(market.Host.Published.All<OrderImported>());
        Assert.Equal(0, before);
        Assert.Single(market.Host.Published.All<MarketplaceOrderUpdated>());
    }

    [Theory]
    [InlineData("cdiscount")]
    [InlineData("backmarket")]
    [InlineData("refurbed")]
    [InlineData("mirakl")]
    [InlineData("amazon")]
    [InlineData("ebay")]
    public async Task W2_4_Totals_are_the_marketplaces_and_the_commission_is_the_tables(string account)
    {
        await using var market = await Market.OpenAsync([new MarketplaceCode(account)]);
        market.Accounts[account].Put(market.Order(account: account));

        await market.SyncAsync();

        var order = await market.OrderAsync(account: account);
        Assert.Equal((Money.Eur(64.70m), Money.Eur(59.80m), Money.Eur(8.97m)), (order.Totals!.Total, order.Totals.Goods, order.Commission));
        var check = (await market.RecordAsync(account: account)).Commission!;
        Assert.Equal((Money.Eur(8.97m), false), (check.Expected!.Value, check.IsFlagged));
    }

    [Fact]
    public async Task W2_5_Exactly_one_event_of_each_new_order_reaches_inventory_and_fulfilment()
    {
        await using var market = await Market.OpenAsync(Market.Six);
        foreach (var (name, account) in market.Accounts)
        {
            account.Put(market.Order(account: name));
        }

        await market.SyncAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(6, market.Host.Published.All<OrderImported>().Select(message => message.OrderId).Distinct().Count());
        Assert.Equal(6, market.Host.Published.All<OrderImported>().Count);
        Assert.Equal(6, market.Host.Published.All<ReserveStock>().Count);
        Assert.Equal(6, market.Host.Published.All<StockReserved>().Count);
        Assert.Equal(6, market.Host.Published.All<FulfilmentPlanned>().Count);
    }

    [Fact]
    public async Task W2_F_One_marketplace_that_times_out_stops_no_other_and_catches_up()
    {
        await using var market = await Market.OpenAsync(Market.Six);
        market.Accounts["ebay"].Put(market.Order(account: "ebay"));
        market.Accounts["ebay"].Faults.Fail("ListOrders", CommerceErrorKind.Unavailable);

        await market.SyncAsync();
        var (done, failed) = (market.Host.Published.All<MarketplaceSyncCompleted>().Count, market.Host.Published.Only<MarketplaceSyncFailed>());
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(5, done);
        Assert.Equal(("ebay", SyncKinds.Orders), (failed.Account, failed.Kind));
        Assert.Equal("ebay", market.Host.Published.Only<OrderImported>().Account);
    }

    [Fact]
    public async Task W2_F_Order_for_an_unknown_product_is_quarantined_and_repaired_by_a_mapping()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order(sku: new Sku("THEIRS-1")));

        await market.SyncAsync();
        var quarantined = await market.RecordAsync();
        var mapped = await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "THEIRS-1", Shop.Lamp));
        var retried = await market.Host.AskAsync<Answer>(new RetryQuarantined(Market.One, "A-1"));
        await market.Host.SettleAsync();

        Assert.Equal(MarketplaceOrderStatus.Quarantined, quarantined.Status);
        Assert.Contains("THEIRS-1", Assert.Single(quarantined.Reasons), StringComparison.Ordinal);
        Assert.Empty(mapped.Refusals);
        Assert.Empty(retried.Refusals);
        Assert.Equal(Shop.Lamp, Assert.Single((await market.OrderAsync()).Lines).Sku);
        Assert.Equal((MarketplaceOrderStatus.Confirmed, 0), ((await market.RecordAsync()).Status, (await market.RecordAsync()).Reasons.Count));
    }

    [Fact]
    public async Task W2_F_A_crash_at_the_acceptance_neither_reserves_nor_imports_twice()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Put(market.Order());
        market.Host.CrashNextAt(CrashPoint.AfterCall);

        await market.Host.SendAsync(new SyncMarketplace(Market.One));
        await market.Host.RestartAfterCrashAsync();
        await market.Host.SettleAsync();

        Assert.Equal(2, (await market.Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Shop.Lamp).Key)).Reserved);
        Assert.Equal(MarketplaceOrderStatus.Confirmed, (await market.RecordAsync()).Status);
        Assert.Equal(MarketplaceOrderState.ReadyToShip, (await market.Only.FindOrderAsync(new MarketplaceOrderId("A-1")))!.State);
    }

    [Fact]
    public async Task Pause_after_failures_doubles_from_a_minute_to_a_quarter_of_an_hour_and_ends_with_the_first_success()
    {
        await using var market = await Market.OpenAsync();
        var start = market.Now;
        market.Only.Faults.Fail("ListOrders", CommerceErrorKind.Unavailable, times: 7);

        await market.SyncAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(65));

        var history = await market.Host.AskAsync<SyncHistory>(new GetSyncHistory(Market.One));
        var seconds = history.Runs.Reverse().Select(run => (run.StartedAt - start).TotalSeconds).ToList();
        Assert.Equal([0, 60, 180, 420, 900, 1800, 2700, 3600, 3900], seconds);
        Assert.Equal(7, history.Runs.Count(run => run.Error is not null));
        Assert.Equal(start - TimeSpan.FromHours(24) + TimeSpan.FromSeconds(3600), market.Only.Queries.ElementAt(7).ChangedSince);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task History_of_no_or_too_many_runs_is_refused(int limit)
    {
        await using var market = await Market.OpenAsync();

        var history = await market.Host.AskAsync<SyncHistory>(new GetSyncHistory(Market.One, limit));

        Assert.Equal("Limit", Assert.Single(history.Refusals).Field);
    }

    [Fact]
    public async Task A_marketplace_that_lists_by_placing_only_is_read_from_thirty_days_ago()
    {
        await using var market = await Market.OpenAsync();
        market.Only.ListsByChange = false;

        await market.SyncAsync();

        Assert.Equal(market.Now - TimeSpan.FromDays(30), Assert.Single(market.Only.Queries).CreatedSince);
    }
}
