using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using Commerce.Payments.Commissions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

/// <summary>Whatever marketplaces report, and in whatever order.</summary>
public sealed class MarketplacePropertyTests
{
    private static readonly Gen<MarketplaceOrderState> AnyState = Gen.Elements(
        MarketplaceOrderState.PendingPayment,
        MarketplaceOrderState.AwaitingAcceptance,
        MarketplaceOrderState.ReadyToShip,
        MarketplaceOrderState.Shipped,
        MarketplaceOrderState.Delivered,
        MarketplaceOrderState.Cancelled,
        MarketplaceOrderState.Refunded);

    [Fact]
    public void A_commission_is_flagged_exactly_when_it_is_more_than_one_percent_off() => Prop.ForAll(
        (from goods in Gen.Choose(0, 1_000_000) from reported in Gen.Choose(0, 200_000) select (goods, reported)).ToArbitrary(),
        one =>
        {
            var line = new SaleLine { Id = "1", Captured = Money.Eur(one.goods / 100m), Goods = Money.Eur(one.goods / 100m) };
            var check = MarketplaceCommissions.Check(CommissionSchedule.Sample, [line], new DateOnly(2026, 11, 28), Money.Eur(one.reported / 100m), 0.01m);
            var expected = Math.Round(one.goods * 15 / 100m, MidpointRounding.AwayFromZero);
            return check.Expected!.Value.Amount * 100 == expected && check.IsFlagged == (100 * Math.Abs(one.reported - expected) > expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_states_a_marketplace_tells_there_is_one_order_and_at_most_one_cancellation_of_it() => Prop.ForAll(
        AnyState.ListOf(4).ToArbitrary(), states => HoldsAsync(states).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public async Task Order_that_is_ready_to_ship_after_it_was_cancelled_stays_cancelled() => Assert.True(await HoldsAsync(
    [
        MarketplaceOrderState.AwaitingAcceptance, MarketplaceOrderState.Cancelled, MarketplaceOrderState.PendingPayment, MarketplaceOrderState.ReadyToShip,
    ]));

    private static async Task<bool> HoldsAsync(IReadOnlyList<MarketplaceOrderState> states)
    {
        await using var market = await Market.OpenAsync();
        await market.SyncAsync();
        foreach (var state in states)
        {
            market.Only.Put(market.Order() with { State = state });
            await market.Host.AdvanceAsync(TimeSpan.FromSeconds(300));
        }

        var isOpen = states.TakeWhile(state => state != MarketplaceOrderState.Cancelled)
            .Any(state => state == MarketplaceOrderState.AwaitingAcceptance || state == MarketplaceOrderState.ReadyToShip);
        var stock = await market.Host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Shop.Lamp).Key);
        var record = await market.RecordAsync();
        return (!isOpen || market.Host.Published.All<OrderImported>().Count == 1)
            && market.Host.Published.All<OrderImported>().Count <= 1
            && market.Host.Published.All<CancelOrder>().Count <= 1
            && (record.OrderId is null) == (market.Host.Published.All<OrderImported>().Count == 0)
            && stock.Reserved == (record.OrderId is not null && record.Status != MarketplaceOrderStatus.Cancelled ? 2 : 0);
    }
}
