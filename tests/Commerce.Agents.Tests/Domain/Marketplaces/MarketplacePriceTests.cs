using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Pricing;
using Commerce.Marketplaces;
using Commerce.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

/// <summary>MKT-1, 9: prices go to every account by its rule, and again until they are taken.</summary>
public sealed class MarketplacePriceTests
{
    [Theory]
    [InlineData(29.90, 1, 0, 29.90)]
    [InlineData(29.90, 1.2, 0, 35.88)]
    [InlineData(29.90, 1.2, 0.05, 35.90)]
    [InlineData(29.90, 1.234, 0, 36.90)]
    [InlineData(10.125, 1, 0, 10.13)]
    [InlineData(10, 1.15, 1, 12)]
    [InlineData(0.01, 0.01, 0, 0.01)]
    [InlineData(0.40, 1, 1, 1)]
    public void A_price_is_the_shops_by_factor_and_step(double price, double factor, double step, double expected) => Assert.Equal(
        Money.Eur((decimal)expected), new MarketplacePriceRule((decimal)factor, (decimal)step).Apply(Money.Eur((decimal)price)));

    [Fact]
    public void A_price_is_a_multiple_of_its_step_and_less_than_a_step_from_what_the_factor_makes() => Prop.ForAll(
        (from cents in Gen.Choose(1, 1_000_000) from factor in Gen.Choose(1, 10_000) from step in Gen.Choose(0, 500) select (cents, factor, step)).ToArbitrary(),
        one =>
        {
            var (step, raw) = (one.step == 0 ? 0.01m : one.step / 100m, one.cents / 100m * one.factor / 100m);
            var price = new MarketplacePriceRule(one.factor / 100m, one.step / 100m).Apply(Money.Eur(one.cents / 100m)).Amount;
            return price > 0 && price % step == 0 && Math.Abs(price - raw) <= (price == step ? step : step / 2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Changed_prices_are_gathered_and_go_to_each_account_by_its_rule()
    {
        await using var market = await Market.OpenAsync(
            [MarketplaceCode.Mirakl, MarketplaceCode.Ebay], configure: options => options.PriceRules["ebay"] = new MarketplacePriceRule(1.2m, 0.05m));

        await SetAsync(market, 31m);
        await SetAsync(market, 32m);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(Money.Eur(32m), Assert.Single(Assert.Single(market.Accounts["mirakl"].PricePushes)).Price);
        Assert.Equal(Money.Eur(38.40m), Assert.Single(Assert.Single(market.Accounts["ebay"].PricePushes)).Price);
        Assert.Equal(
            [("ebay", Money.Eur(38.40m), null), ("mirakl", Money.Eur(32m), (string?)null)],
            market.Host.Published.All<MarketplacePriceSynced>().OrderBy(synced => synced.Account, StringComparer.Ordinal).Select(synced => (synced.Account, synced.Price, synced.Refusal)));
        var kept = await PriceAsync(market, "ebay");
        Assert.Equal((OutboundStatus.Acknowledged, Money.Eur(32m), Money.Eur(38.40m)), (kept.Status, kept.ShopPrice, kept.Price));
    }

    [Fact]
    public async Task A_change_is_told_with_both_prices_and_the_percentage()
    {
        await using var market = await Market.OpenAsync();

        await SetAsync(market, 26.91m);
        await SetAsync(market, 26.91m);
        await SetAsync(market, 29.90m);

        Assert.Equal(
            [
                new PriceChanged(Shop.Lamp, Money.Eur(29.90m), Money.Eur(26.91m), -10m, "sale", market.Now),
                new PriceChanged(Shop.Lamp, Money.Eur(26.91m), Money.Eur(29.90m), 11.11m, "sale", market.Now),
            ],
            market.Host.Published.All<PriceChanged>());
    }

    [Fact]
    public async Task Refused_price_is_recorded_for_its_account_and_sent_each_hour_until_it_is_taken()
    {
        await using var market = await Market.OpenAsync([MarketplaceCode.Mirakl, MarketplaceCode.Ebay]);
        market.Accounts["ebay"].Refuses[Shop.Lamp] = "no such offer";
        await SetAsync(market, 32m);
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(90));
        var refused = await PriceAsync(market, "ebay");
        var pushes = market.Accounts["ebay"].PricePushes.Count;
        market.Accounts["ebay"].Refuses.Clear();

        await market.Host.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal((OutboundStatus.Refused, "no such offer", 2), (refused.Status, refused.Reason, pushes));
        Assert.Equal(OutboundStatus.Acknowledged, (await PriceAsync(market, "ebay")).Status);
        Assert.Equal((1, 3), (market.Accounts["mirakl"].PricePushes.Count, market.Accounts["ebay"].PricePushes.Count));
    }

    [Fact]
    public async Task Push_that_fails_is_tried_again_with_the_newest_price()
    {
        await using var market = await Market.OpenAsync();
        market.Only.Faults.Fail("UpdatePrices", CommerceErrorKind.Unavailable, times: 2);
        await SetAsync(market, 32m);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(6));
        await SetAsync(market, 33m);

        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(185));

        Assert.Equal(Money.Eur(33m), Assert.Single(Assert.Single(market.Only.PricePushes)).Price);
        Assert.Equal([SyncKinds.Prices, SyncKinds.Prices], market.Host.Published.All<MarketplaceSyncFailed>().Select(failed => failed.Kind));
        Assert.Equal(OutboundStatus.Acknowledged, (await PriceAsync(market, Market.One)).Status);
    }

    [Fact]
    public async Task One_import_at_a_time_and_what_changed_meanwhile_follows()
    {
        await using var market = await Market.OpenAsync();
        market.Only.IsSlow = true;
        await SetAsync(market, 32m);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        await SetAsync(market, 33m);
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(3));
        var during = market.Only.PricePushes.Count;
        market.Only.IsSlow = false;
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((1, 2), (during, market.Only.PricePushes.Count));
        Assert.Equal(Money.Eur(33m), market.Only.Inner.Prices[Shop.Lamp]);
        Assert.Equal(OutboundStatus.Acknowledged, (await PriceAsync(market, Market.One)).Status);
    }

    [Fact]
    public async Task Import_that_is_not_answered_for_a_day_counts_as_refused_and_holds_up_nothing()
    {
        await using var market = await Market.OpenAsync();
        market.Only.IsSlow = true;
        await SetAsync(market, 32m);
        await market.Host.AdvanceAsync(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(2));
        var refused = await PriceAsync(market, Market.One);
        market.Only.IsSlow = false;
        await market.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal("the marketplace has not answered for a day", refused.Reason);
        Assert.Equal(OutboundStatus.Acknowledged, (await PriceAsync(market, Market.One)).Status);
    }

    [Theory]
    [MemberData(nameof(AgentCrashContract.CallingPoints), MemberType = typeof(AgentCrashContract))]
    public async Task A_crash_while_prices_are_pushed_leaves_the_right_price(CrashPoint point)
    {
        await using var market = await Market.OpenAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
        await SetAsync(market, 32m);

        market.Host.CrashNextAt(point);
        market.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        await market.Host.RestartAfterCrashAsync();
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Money.Eur(32m), market.Only.Inner.Prices[Shop.Lamp]);
        Assert.Equal(OutboundStatus.Acknowledged, (await PriceAsync(market, Market.One)).Status);
        Assert.Empty(await market.Host.Operations.ParkedAsync());
    }

    [Fact]
    public async Task A_listing_shows_the_price_that_was_taken()
    {
        await using var market = await Market.OpenAsync();
        var content = new ListingContent { Title = "Lamp", ProductId = "4006381333931", Price = Money.Eur(39.90m) };
        await market.Host.AskAsync<Answer>(new CreateListing(Market.One, Shop.Lamp, content));
        await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));

        await SetAsync(market, 32m);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(Money.Eur(32m), (await market.Repository<Listing>().FindAsync(Listing.IdOf(Market.One, Shop.Lamp)))!.Value.Content.Price);
    }

    [Fact]
    public async Task What_cannot_be_pushed_is_refused_by_field()
    {
        await using var market = await Market.OpenAsync();

        var account = await market.Host.AskAsync<Answer>(new PushPrice("fnac", Shop.Lamp, Money.Eur(1)));
        var sku = await market.Host.AskAsync<Answer>(new PushPrice(Market.One, new Sku("NO-1"), Money.Eur(1)));
        var price = await market.Host.AskAsync<Answer>(new PushPrice(Market.One, Shop.Lamp, Money.Eur(0)));
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["Account", "Sku", "Price"], new[] { account, sku, price }.Select(answer => Assert.Single(answer.Refusals).Field));
        Assert.Empty(market.Only.PricePushes);
    }

    private static async Task SetAsync(Market market, decimal price)
    {
        Assert.Empty((await market.Host.AskAsync<Answer>(new SetPrice(Shop.Lamp, Money.Eur(price), "sale", "ann"))).Refusals);
        await market.Host.SettleAsync();
    }

    private static async Task<OutboundPrice> PriceAsync(Market market, string account) =>
        (await market.Repository<OutboundPrice>().FindAsync(OutboundPrice.IdOf(account, Shop.Lamp)))!.Value;
}
