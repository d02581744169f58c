using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>Orders use the promotions they were priced with, from pricing to cancellation.</summary>
public sealed class OrderPromotionTests
{
    private static readonly OrderConfirmed Confirmed = new(Order(1), "ORD-1", [], Shop.Party("Zoé Martin", "69002", "Lyon"), null);
    private static readonly OrderCancelled Cancelled = new(Order(1), "ORD-1", "customer_request");

    [Fact]
    public async Task Confirmed_order_uses_its_promotions_and_a_cancelled_one_gives_them_back()
    {
        await using var host = await OpenAsync();
        await RecordAsync(host);
        Assert.Equal(0, (await host.PromotionAsync("SPRING")).Uses);

        await SendAsync(host, Confirmed);
        var (code, automatic) = (await host.PromotionAsync("SPRING"), await host.PromotionAsync("SHIPFREE"));
        Assert.Equal((1, 10m), (code.Uses, code.Discounts[0].Amount));
        Assert.Equal((1, 5.99m), (automatic.Uses, automatic.Discounts[0].Amount));

        await SendAsync(host, Cancelled);
        Assert.Equal((0, 0), ((await host.PromotionAsync("SPRING")).Uses, (await host.PromotionAsync("SHIPFREE")).Uses));
    }

    [Fact]
    public async Task Order_that_was_handed_over_gives_nothing_back()
    {
        await using var host = await OpenAsync();
        await RecordAsync(host);
        await SendAsync(host, Confirmed);
        await SendAsync(host, new OrderShipped(Order(1), "ORD-1", "shop", "", CarrierCode.Ups, new TrackingNumber("1Z999")));

        await SendAsync(host, Cancelled);

        Assert.Equal(1, (await host.PromotionAsync("SPRING")).Uses);
        Assert.Empty(host.Published.All<RedemptionReversed>());
    }

    [Fact]
    public async Task Order_that_is_cancelled_before_it_is_confirmed_uses_nothing()
    {
        await using var host = await OpenAsync();
        await RecordAsync(host);

        await SendAsync(host, Cancelled);
        await SendAsync(host, Confirmed);

        Assert.Empty(host.Published.All<RedeemPromotion>());
        Assert.Empty(host.Published.All<ReverseRedemption>());
    }

    [Fact]
    public async Task Order_that_waited_until_after_the_end_is_counted_but_a_later_one_is_not()
    {
        await using var host = await OpenAsync();
        await RecordAsync(host);
        await host.AdvanceAsync(TimeSpan.FromDays(8));

        await SendAsync(host, Confirmed);

        var promotion = await host.PromotionAsync("SPRING");
        Assert.Equal((PromotionStatus.Expired, 1), (promotion.Status, promotion.Uses));
        var later = await host.AskAsync<Answer>(
            new RedeemPromotion("SPRING", Order(2), "adam", Money.Eur(1), promotion.Terms.EndsAt));
        Assert.Equal((RefusalCode.WindowExpired, "EndsAt"), (later.Refusals[0].Code, later.Refusals[0].Field));
        Assert.Equal("EndsAt", (await host.RedeemAsync("SPRING", 3, "adam")).Refusals[0].Field);
    }

    [Fact]
    public async Task Order_that_is_confirmed_before_its_promotions_are_told_uses_them_all_the_same()
    {
        await using var host = await OpenAsync();

        await SendAsync(host, Confirmed);
        await RecordAsync(host);

        Assert.Equal(1, (await host.PromotionAsync("SPRING")).Uses);
    }

    [Fact]
    public async Task Repetitions_change_nothing()
    {
        await using var host = await OpenAsync();
        for (var i = 0; i < 2; i++)
        {
            await RecordAsync(host);
            await SendAsync(host, Confirmed);
        }

        Assert.Equal(2, host.Published.All<RedeemPromotion>().Count);
        Assert.Equal(1, (await host.PromotionAsync("SPRING")).Uses);
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task Crash_at_the_confirmation_uses_each_promotion_once(CrashPoint point)
    {
        await using var host = await OpenAsync();
        await RecordAsync(host);

        host.CrashNextAt(point);
        await host.SendAsync(Confirmed);
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal((1, 1), ((await host.PromotionAsync("SPRING")).Uses, (await host.PromotionAsync("SHIPFREE")).Uses));
    }

    [Fact]
    public async Task Order_without_promotions_is_confirmed_and_cancelled_as_ever()
    {
        await using var host = await OpenAsync();

        await SendAsync(host, Confirmed);
        await SendAsync(host, Cancelled);

        Assert.Empty(host.Published.All<RedeemPromotion>());
        Assert.Empty(host.Published.All<ReverseRedemption>());
    }

    [Fact]
    public async Task What_was_taken_off_is_kept_as_a_decision_with_its_parts()
    {
        await using var host = await OpenAsync();
        await RecordAsync(host);

        var decision = Assert.Single((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new EntityQuery<Decision>())).Items);
        Assert.Equal(("promotion", Order(1).ToString(), "SPRING, SHIPFREE", 15.99m), (decision.Kind, decision.Subject, decision.Outcome, decision.Score));
        Assert.Equal(decision.Score, decision.Parts.Sum(part => part.Points));
    }

    [Fact]
    public async Task Book_finds_automatic_promotions_typed_codes_and_what_the_customer_used()
    {
        await using var host = await OpenAsync();
        await host.CreateAsync(Terms("SUMMER"));
        await host.CreateAsync(Terms("PAUSED") with { IsAutomatic = true });
        await host.AskAsync<Answer>(new PausePromotion("PAUSED"));
        await host.RedeemAsync("SPRING", 1);
        await host.RedeemAsync("SPRING", 2, "adam");
        await host.RedeemAsync("SUMMER", 3);
        await host.SettleAsync();
        var book = host.Services.GetRequiredService<IPromotionBook>();

        var zoe = await book.FindAsync([" spring", "NOBODY", "?"], "zoe");
        var guest = await book.FindAsync([]);

        Assert.Equal(["SHIPFREE", "SPRING"], zoe.Promotions.Select(promotion => promotion.Code).Order());
        Assert.Equal([KeyValuePair.Create("SPRING", 1)], zoe.Uses);
        Assert.Equal("SHIPFREE", Assert.Single(guest.Promotions).Code);
        Assert.Empty(guest.Uses);
    }

    private static async Task<AgentTestHost> OpenAsync()
    {
        var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { IsStackable = true });
        await host.CreateAsync(Terms("SHIPFREE", PromotionType.FreeShipping, null) with { IsAutomatic = true, IsStackable = true, CustomerLimit = 0 });
        await host.SettleAsync();
        return host;
    }

    /// <summary>Does what pricing an order does.</summary>
    private static async Task RecordAsync(AgentTestHost host)
    {
        var cart = Cart(Line("A", 100m)) with { Codes = ["spring"] };
        var candidates = await host.Services.GetRequiredService<IPromotionBook>().FindAsync(cart.Codes, "zoe");
        var facts = new PromotionFacts { At = host.Clock.GetUtcNow(), Buyer = new Buyer { Customer = "zoe" }, Uses = candidates.Uses };
        await SendAsync(host, new RecordPromotions(Order(1), "zoe", PromotionRules.Apply(cart, candidates.Promotions, facts)));
    }

    private static async Task SendAsync(AgentTestHost host, IMessage message)
    {
        await host.SendAsync(message);
        await host.SettleAsync();
    }
}
