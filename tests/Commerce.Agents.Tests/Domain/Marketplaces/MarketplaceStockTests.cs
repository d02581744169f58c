using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Marketplaces;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class MarketplaceStockTests
{
    [Fact]
    public async Task Outcome_of_each_marketplace_is_recorded()
    {
        await using var market = await Market.OpenAsync([MarketplaceCode.Mirakl, MarketplaceCode.Ebay]);
        market.Accounts["ebay"].Refuses[Shop.Lamp] = "no such offer";

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        var (taken, refused) = (await ChangeAsync(market, "mirakl"), await ChangeAsync(market, "ebay"));
        Assert.Equal((OutboundStatus.Acknowledged, 99, null), (taken.Status, taken.Quantity, taken.Reason));
        Assert.Equal((OutboundStatus.Refused, "no such offer"), (refused.Status, refused.Reason));
        Assert.Equal(["no such offer", null], market.Host.Published.All<MarketplaceInventorySynced>().OrderBy(synced => synced.Account, StringComparer.Ordinal).Select(synced => synced.Refusal));
    }

    [Fact]
    public async Task Everything_is_pushed_again_each_hour_and_what_was_refused_is_made_good()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Refuses[Shop.Lamp] = "no such offer";
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(30));
        var pushes = market.Only.Pushes.Count;
        market.Only.Refuses.Clear();

        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(31));

        Assert.Equal((1, 2), (pushes, market.Only.Pushes.Count));
        Assert.Equal(OutboundStatus.Acknowledged, (await ChangeAsync(market, Market.One)).Status);
    }

    [Fact]
    public async Task Push_that_fails_is_tried_again_with_the_newest_quantity_until_it_is_taken()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Faults.Fail("UpdateStock", CommerceErrorKind.Unavailable, times: 2);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(6));
        await market.Host.SendAsync(new ReceiveStock(Shop.Lamp, 10, "more"));

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(185));

        Assert.Equal(109, Assert.Single(Assert.Single(market.Only.Pushes)).Quantity);
        Assert.Equal([SyncKinds.Stock, SyncKinds.Stock], market.Host.Published.All<MarketplaceSyncFailed>().Select(failed => failed.Kind));
        Assert.Equal(OutboundStatus.Acknowledged, (await ChangeAsync(market, Market.One)).Status);
    }

    [Fact]
    public async Task A_crash_after_the_push_leaves_the_right_quantity()
    {
        await using var market = await Market.OpenAsync();
        market.Host.CrashNextAt(CrashPoint.AfterOutcome);

        market.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        await market.Host.RestartAfterCrashAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Single(market.Only.Pushes);
        Assert.Equal(99, market.Only.Inner.Stock[Shop.Lamp]);
    }

    [Fact]
    public async Task Quantities_go_out_under_every_seller_sku_that_is_mapped_and_not_under_product_numbers()
    {
        await using var market = await Market.OpenAsync();
        await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "LAMP-FR", Shop.Lamp));
        await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "LAMP-DE", Shop.Lamp));
        await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "B000123", Shop.Lamp, IsProductNumber: true));
        await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "LAMP-DE", null));

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("LAMP-FR", Assert.Single(Assert.Single(market.Only.Pushes)).Sku.Value);
        Assert.Equal(OutboundStatus.Acknowledged, (await ChangeAsync(market, Market.One)).Status);
    }

    [Theory]
    [InlineData("LAMP-DE")]
    [InlineData("LAMP-FR")]
    public async Task Product_with_several_seller_skus_is_taken_when_all_of_them_are(string refused)
    {
        await using var market = await Market.OpenAsync();
        await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "LAMP-FR", Shop.Lamp));
        await market.Host.AskAsync<Answer>(new SetSkuMapping(Market.One, "LAMP-DE", Shop.Lamp));
        market.Only.Refuses[new Sku(refused)] = "no such offer";

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        var first = await ChangeAsync(market, Market.One);
        var told = market.Host.Published.Only<MarketplaceInventorySynced>();
        market.Only.Refuses.Clear();
        await market.Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((OutboundStatus.Refused, $"{refused}: no such offer"), (first.Status, first.Reason));
        Assert.Equal($"{refused}: no such offer", told.Refusal);
        Assert.Equal(OutboundStatus.Acknowledged, (await ChangeAsync(market, Market.One)).Status);
    }

    [Fact]
    public async Task No_more_is_offered_than_marketplaces_take()
    {
        await using var market = await Market.OpenAsync(lamps: 10_000_000);

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(1_000_000, market.Only.Inner.Stock[Shop.Lamp]);
        Assert.Empty(await market.Host.Operations.ParkedAsync());
    }

    private static async Task<OutboundChange> ChangeAsync(Market market, string account) =>
        (await market.Repository<OutboundChange>().FindAsync(OutboundChange.IdOf(account, Shop.Lamp)))!.Value;
}
