using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Marketplaces;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Marketplaces;

public sealed class ListingTests
{
    private static readonly ListingContent Content = new() { Title = "Lamp", ProductId = "4006381333931", Price = Money.Eur(39.90m) };

    [Fact]
    public void A_listing_goes_only_the_listed_steps() => Assert.Equal(
    [
        "Active > Ended", "Active > Inactive", "Active > OutOfStock", "Draft > Ended", "Draft > Pending", "Inactive > Active", "Inactive > Ended",
        "Inactive > OutOfStock", "OutOfStock > Active", "OutOfStock > Ended", "OutOfStock > Inactive", "Pending > Active", "Pending > Ended",
        "Pending > Rejected", "Rejected > Ended", "Rejected > Pending",
    ],
    Steps.Of(ListingTransitions.Table));

    [Fact]
    public async Task Published_listing_is_offered_with_its_stock_and_told()
    {
        await using var market = await PublishedAsync();

        var offer = Assert.Single(market.Only.Offers);
        Assert.Equal((Shop.Lamp, 99, Money.Eur(39.90m)), (offer.Sku, offer.Quantity, offer.Price));
        Assert.Equal(ListingStatus.Active, (await ListingAsync(market)).Status);
        Assert.Single(market.Host.Published.All<ListingPublished>());
    }

    [Fact]
    public async Task A_product_has_one_listing_on_an_account_until_it_is_ended()
    {
        await using var market = await PublishedAsync();

        var second = await market.Host.AskAsync<Answer>(new CreateListing(Market.One, Shop.Lamp, Content));
        await market.Host.AskAsync<Answer>(new EndListing(Market.One, Shop.Lamp, "sold off"));
        var third = await market.Host.AskAsync<Answer>(new CreateListing(Market.One, Shop.Lamp, Content));

        Assert.Equal((RefusalCode.Duplicate, "Sku"), (second.Refusals[0].Code, second.Refusals[0].Field));
        Assert.Empty(third.Refusals);
        Assert.Equal((1, ListingStatus.Draft), (await market.Repository<Listing>().CountAsync(), (await ListingAsync(market)).Status));
    }

    [Fact]
    public async Task Nothing_left_takes_a_listing_out_of_stock_and_new_stock_brings_it_back()
    {
        await using var market = await PublishedAsync();
        await market.Host.SendAsync(new AdjustStock(Shop.Lamp, -100, "broken"));
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        var empty = await ListingAsync(market);
        await market.Host.SendAsync(new ReceiveStock(Shop.Lamp, 5, "more"));
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        var full = await ListingAsync(market);

        Assert.Equal((ListingStatus.OutOfStock, 0), (empty.Status, empty.Quantity));
        Assert.Equal((ListingStatus.Active, 4), (full.Status, full.Quantity));
    }

    [Fact]
    public async Task Refused_listing_raises_an_alert_and_may_be_tried_again()
    {
        await using var market = await CreatedAsync();
        market.Only.Refuses[Shop.Lamp] = "wrong EAN";

        await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));
        var refused = await ListingAsync(market);
        market.Only.Refuses.Clear();
        var again = await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));
        await market.Host.SettleAsync();

        Assert.Equal((ListingStatus.Rejected, "wrong EAN"), (refused.Status, Assert.Single(refused.Issues)));
        Assert.Equal("wrong EAN", market.Host.Published.Only<ListingRejected>().Reason);
        Assert.Equal("wrong EAN", market.Host.Published.Only<ListingAlertRaised>().Reason);
        Assert.Empty(again.Refusals);
        Assert.Equal((ListingStatus.Active, 0), ((await ListingAsync(market)).Status, (await ListingAsync(market)).Issues.Count));
    }

    [Fact]
    public async Task Listing_waits_for_a_slow_marketplace_and_takes_no_other_command_meanwhile()
    {
        await using var market = await CreatedAsync();
        market.Only.IsSlow = true;
        await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));
        var pending = (await ListingAsync(market)).Status;
        var update = await market.Host.AskAsync<Answer>(new UpdateListing(Market.One, Shop.Lamp, Content));
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(2));
        market.Only.IsSlow = false;
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ListingStatus.Pending, pending);
        Assert.Equal(RefusalCode.Conflict, Assert.Single(update.Refusals).Code);
        Assert.Equal(ListingStatus.Active, (await ListingAsync(market)).Status);
        Assert.Single(market.Only.Offers);
    }

    [Fact]
    public async Task Silence_of_a_day_raises_one_alert_and_is_told_by_health()
    {
        await using var market = await PublishedAsync();
        market.Only.Faults.Fail("UpdateStock", CommerceErrorKind.Unavailable, times: 500);

        await market.Host.AdvanceAsync(TimeSpan.FromHours(24));
        var before = market.Host.Published.All<ListingAlertRaised>().Count;
        await market.Host.AdvanceAsync(TimeSpan.FromHours(6));
        var health = await market.Host.AskAsync<ListingHealth>(new GetListingHealth(Market.One, Shop.Lamp));

        Assert.Equal(0, before);
        Assert.Contains("taken nothing", market.Host.Published.Only<ListingAlertRaised>().Reason, StringComparison.Ordinal);
        Assert.Contains("taken nothing", Assert.Single(health.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listing_whose_stock_is_pushed_each_hour_is_healthy()
    {
        await using var market = await PublishedAsync();

        await market.Host.AdvanceAsync(TimeSpan.FromHours(50));

        Assert.Empty(market.Host.Published.All<ListingAlertRaised>());
        Assert.Empty((await market.Host.AskAsync<ListingHealth>(new GetListingHealth(Market.One, Shop.Lamp))).Problems);
    }

    [Fact]
    public async Task Monitor_sees_what_the_marketplace_hides_and_shows_again()
    {
        await using var market = await PublishedAsync();
        market.Only.Shown[Shop.Lamp] = new Offer { Sku = Shop.Lamp, IsActive = false, VendorOfferId = "o-1", Issues = ["price error"] };
        await market.Host.AdvanceAsync(TimeSpan.FromHours(2));
        var hidden = await ListingAsync(market);
        market.Only.Shown[Shop.Lamp] = new Offer { Sku = Shop.Lamp, IsActive = true, VendorOfferId = "o-1" };
        await market.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal((ListingStatus.Inactive, "o-1", "price error"), (hidden.Status, hidden.ListingId, Assert.Single(hidden.Issues)));
        Assert.Equal(ListingStatus.Active, (await ListingAsync(market)).Status);
    }

    [Fact]
    public async Task Changed_listing_on_sale_is_told_and_a_refused_change_leaves_it_on_sale_with_an_alert()
    {
        await using var market = await PublishedAsync();
        await market.Host.AskAsync<Answer>(new UpdateListing(Market.One, Shop.Lamp, Content with { Price = Money.Eur(35) }));
        market.Only.Refuses[Shop.Lamp] = "price too low";
        await market.Host.AskAsync<Answer>(new UpdateListing(Market.One, Shop.Lamp, Content with { Price = Money.Eur(1) }));
        await market.Host.SettleAsync();

        Assert.Equal([39.90m, 35m, 1m], market.Only.Offers.Select(offer => offer.Price.Amount));
        Assert.Single(market.Host.Published.All<ListingUpdated>());
        Assert.Equal((ListingStatus.Active, "price too low"), ((await ListingAsync(market)).Status, market.Host.Published.Only<ListingAlertRaised>().Reason));
    }

    [Fact]
    public async Task Resync_tells_the_whole_listing_again_with_the_stock_of_now()
    {
        await using var market = await PublishedAsync();
        await market.Host.SendAsync(new ReceiveStock(Shop.Lamp, 5, "more"));
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));

        await market.Host.AskAsync<Answer>(new ResyncListing(Market.One, Shop.Lamp));

        Assert.Equal([99, 104], market.Only.Offers.Select(offer => offer.Quantity));
    }

    [Fact]
    public async Task Ended_listing_is_ended_at_the_marketplace_and_takes_no_more_commands()
    {
        await using var market = await PublishedAsync();

        var ended = await market.Host.AskAsync<Answer>(new EndListing(Market.One, Shop.Lamp, "discontinued"));
        Answer[] late =
        [
            await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp)),
            await market.Host.AskAsync<Answer>(new UpdateListing(Market.One, Shop.Lamp, Content)),
            await market.Host.AskAsync<Answer>(new ResyncListing(Market.One, Shop.Lamp)),
            await market.Host.AskAsync<Answer>(new EndListing(Market.One, Shop.Lamp, "discontinued")),
        ];

        Assert.Empty(ended.Refusals);
        Assert.Equal(Shop.Lamp, Assert.Single(market.Only.Ended).Sku);
        Assert.Equal("discontinued", market.Host.Published.Only<ListingEnded>().Reason);
        Assert.All(late, answer => Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(answer.Refusals).Code));
    }

    [Fact]
    public async Task Draft_is_ended_without_the_marketplace()
    {
        await using var market = await CreatedAsync();

        await market.Host.AskAsync<Answer>(new EndListing(Market.One, Shop.Lamp, "a mistake"));

        Assert.Empty(market.Only.Ended);
        Assert.Equal(ListingStatus.Ended, (await ListingAsync(market)).Status);
    }

    [Fact]
    public async Task A_crash_after_the_publication_publishes_once()
    {
        await using var market = await CreatedAsync();
        market.Host.CrashNextAt(CrashPoint.AfterOutcome);

        await market.Host.SendAsync(new PublishListing(Market.One, Shop.Lamp));
        await market.Host.RestartAfterCrashAsync();
        await market.Host.SettleAsync();

        Assert.Single(market.Only.Offers);
        Assert.Equal(ListingStatus.Active, (await ListingAsync(market)).Status);
    }

    [Fact]
    public async Task Marketplace_that_does_not_answer_changes_nothing()
    {
        await using var market = await CreatedAsync();
        market.Only.Failing["PutOffers"] = 1;

        var answer = await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));

        Assert.Equal(RefusalCode.ExternalUnavailable, Assert.Single(answer.Refusals).Code);
        Assert.Equal(ListingStatus.Draft, (await ListingAsync(market)).Status);
    }

    [Fact]
    public async Task Marketplace_without_listings_refuses_them()
    {
        await using var market = await CreatedAsync(isPlain: true);

        var answer = await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));

        Assert.Equal(RefusalCode.NotSupported, Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task Commands_for_no_listing_unknown_accounts_and_products_are_refused()
    {
        await using var market = await Market.OpenAsync();

        var account = await market.Host.AskAsync<Answer>(new CreateListing("nobody", Shop.Lamp, Content));
        var sku = await market.Host.AskAsync<Answer>(new CreateListing(Market.One, new Sku("NOBODYS-1"), Content));
        var publish = await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));
        var health = await market.Host.AskAsync<ListingHealth>(new GetListingHealth(Market.One, Shop.Lamp));

        Assert.Equal(("Account", "Sku"), (account.Refusals[0].Field, sku.Refusals[0].Field));
        Assert.Equal([RefusalCode.NotFound, RefusalCode.NotFound], [publish.Refusals[0].Code, health.Refusals[0].Code]);
    }

    [Fact]
    public async Task End_without_a_reason_is_refused()
    {
        await using var market = await PublishedAsync();

        var answer = await market.Host.AskAsync<Answer>(new EndListing(Market.One, Shop.Lamp, " "));

        Assert.Equal("Reason", Assert.Single(answer.Refusals).Field);
    }

    [Fact]
    public async Task Listing_that_a_marketplace_does_not_answer_to_for_a_day_is_rejected()
    {
        await using var market = await CreatedAsync();
        market.Only.IsSlow = true;
        await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));

        await market.Host.AdvanceAsync(TimeSpan.FromHours(24));
        var late = (await ListingAsync(market)).Status;
        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((ListingStatus.Pending, ListingStatus.Rejected), (late, (await ListingAsync(market)).Status));
        Assert.Equal("the marketplace has not answered for a day", market.Host.Published.Only<ListingRejected>().Reason);
        Assert.Empty((await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp))).Refusals);
    }

    [Fact]
    public async Task Listing_whose_import_is_forgotten_is_rejected()
    {
        await using var market = await CreatedAsync();
        market.Only.IsSlow = true;
        await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp));
        market.Only.IsSlow = false;
        market.Only.Faults.Fail("GetBatch", CommerceErrorKind.NotFound);

        await market.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ListingStatus.Rejected, (await ListingAsync(market)).Status);
        Assert.Equal("the marketplace has forgotten the import", market.Host.Published.Only<ListingRejected>().Reason);
    }

    private static async Task<Listing> ListingAsync(Market market) =>
        (await market.Repository<Listing>().FindAsync(Listing.IdOf(Market.One, Shop.Lamp)))!.Value;

    private static async Task<Market> CreatedAsync(bool isPlain = false)
    {
        var market = await Market.OpenAsync(isPlain: isPlain);
        await market.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Empty((await market.Host.AskAsync<Answer>(new CreateListing(Market.One, Shop.Lamp, Content))).Refusals);
        return market;
    }

    private static async Task<Market> PublishedAsync()
    {
        var market = await CreatedAsync();
        Assert.Empty((await market.Host.AskAsync<Answer>(new PublishListing(Market.One, Shop.Lamp))).Refusals);
        await market.Host.SettleAsync();
        return market;
    }
}
