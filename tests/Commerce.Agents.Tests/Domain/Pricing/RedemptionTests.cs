using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>How uses are counted and given back (PRC-2 rule 4).</summary>
public sealed class RedemptionTests
{
    [Fact]
    public async Task Fifty_orders_at_once_get_exactly_the_ten_uses_there_are()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { TotalLimit = 10 });

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(order => Task.Run(() => host.RedeemAsync("spring", order, $"customer-{order}"))));
        await host.SettleAsync();

        Assert.Equal(10, answers.Count(answer => answer.Refusals.Count == 0));
        Assert.All(answers.Where(answer => answer.Refusals.Count > 0), answer => Assert.Equal("TotalLimit", answer.Refusals[0].Field));
        Assert.Equal(10, host.Published.All<PromotionRedeemed>().Count);
        Assert.Single(host.Published.All<PromotionExhausted>());
        var promotion = await host.PromotionAsync("SPRING");
        Assert.Equal((PromotionStatus.Exhausted, 10, 50m), (promotion.Status, promotion.Uses, promotion.Discounts[0].Amount));
        Assert.Equal(10, await host.Services.GetRequiredService<IRepository<Redemption>>().CountAsync());
        Assert.Equal(promotion.Uses, (await host.Services.GetRequiredService<IRepository<Promotion>>().FindAsync(promotion.Id))!.Value.Uses);
    }

    [Fact]
    public async Task Orders_of_one_customer_at_once_get_no_more_than_one_customer_may()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { CustomerLimit = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(1, 30).Select(order => host.RedeemAsync("SPRING", order)));

        Assert.Equal(2, answers.Count(answer => answer.Refusals.Count == 0));
        Assert.All(answers.Where(answer => answer.Refusals.Count > 0), answer => Assert.Equal("CustomerLimit", answer.Refusals[0].Field));
        Assert.Empty((await host.RedeemAsync("SPRING", 31, "adam")).Refusals);
    }

    [Fact]
    public async Task Order_that_redeems_again_is_counted_once()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { TotalLimit = 1 });

        Assert.Empty((await host.RedeemAsync("SPRING", 1)).Refusals);
        Assert.Empty((await host.RedeemAsync("spring", 1)).Refusals);

        Assert.Equal(1, (await host.PromotionAsync("SPRING")).Uses);
        Assert.Single(host.Published.All<PromotionRedeemed>());
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task Crash_never_counts_a_use_twice_and_never_loses_one(CrashPoint point)
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { TotalLimit = 2 });
        await host.SettleAsync();

        host.CrashNextAt(point);
        await host.SendAsync(new RedeemPromotion("SPRING", Order(1), "zoe", Money.Eur(5)));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        var promotion = await host.PromotionAsync("SPRING");
        Assert.Equal((1, 5m, PromotionStatus.Active), (promotion.Uses, promotion.Discounts[0].Amount, promotion.Status));
        Assert.Equal(1, await host.Services.GetRequiredService<IRepository<Redemption>>().CountAsync());
    }

    [Fact]
    public async Task Use_that_is_given_back_opens_an_exhausted_promotion_and_counts_once()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { TotalLimit = 1 });
        await host.RedeemAsync("SPRING", 1);
        Assert.Equal("TotalLimit", (await host.RedeemAsync("SPRING", 2, "adam")).Refusals[0].Field);

        Assert.Empty((await host.AskAsync<Answer>(new ReverseRedemption("spring", Order(1)))).Refusals);
        Assert.Empty((await host.AskAsync<Answer>(new ReverseRedemption("spring", Order(1)))).Refusals);

        var promotion = await host.PromotionAsync("SPRING");
        Assert.Equal((PromotionStatus.Active, 0, 0m), (promotion.Status, promotion.Uses, promotion.Discounts[0].Amount));
        Assert.Equal((Order(1), 5m), (host.Published.Only<RedemptionReversed>().OrderId, host.Published.Only<RedemptionReversed>().Amount.Amount));
        Assert.Empty((await host.RedeemAsync("SPRING", 2, "adam")).Refusals);
        Assert.Equal(2, host.Published.All<PromotionExhausted>().Count);
    }

    [Fact]
    public async Task Use_that_is_given_back_after_the_end_opens_nothing()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { TotalLimit = 1 });
        await host.RedeemAsync("SPRING", 1);
        await host.AdvanceAsync(TimeSpan.FromDays(8));

        await host.AskAsync<Answer>(new ReverseRedemption("SPRING", Order(1)));

        var promotion = await host.PromotionAsync("SPRING");
        Assert.Equal((PromotionStatus.Exhausted, 0), (promotion.Status, promotion.Uses));
    }

    [Fact]
    public async Task Customer_may_use_a_promotion_again_after_giving_it_back_but_the_same_order_may_not()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));
        await host.RedeemAsync("SPRING", 1);
        Assert.Equal("CustomerLimit", (await host.RedeemAsync("SPRING", 2)).Refusals[0].Field);

        await host.AskAsync<Answer>(new ReverseRedemption("SPRING", Order(1)));

        Assert.Equal(RefusalCode.Duplicate, (await host.RedeemAsync("SPRING", 1)).Refusals[0].Code);
        Assert.Empty((await host.RedeemAsync("SPRING", 2)).Refusals);
    }

    [Theory]
    [InlineData("zoe", -0.01, "Amount")]
    [InlineData(" ", 1, "Customer")]
    public async Task Use_without_a_customer_or_of_a_negative_amount_is_refused(string customer, double amount, string field)
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));

        var answer = await host.RedeemAsync("SPRING", 1, customer, (decimal)amount);

        Assert.Equal((field, RefusalCode.Validation), (answer.Refusals[0].Field, answer.Refusals[0].Code));
        Assert.Equal(0, (await host.PromotionAsync("SPRING")).Uses);
    }

    [Fact]
    public async Task Order_that_got_no_use_is_kept_with_the_reason()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));
        await host.AskAsync<Answer>(new PausePromotion("SPRING"));

        await host.RedeemAsync("SPRING", 7);

        var decision = Assert.Single((await host.Services.GetRequiredService<IRepository<Decision>>().ListAsync(new EntityQuery<Decision>())).Items);
        Assert.Equal(("redemption", Order(7).ToString(), "refused"), (decision.Kind, decision.Subject, decision.Outcome));
        Assert.StartsWith("SPRING, Status: ", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_for_one_use_is_used_once()
    {
        await using var host = await StartAsync();
        var code = host.Services.GetRequiredService<IPromotionCodeGenerator>().Next();
        await host.CreateAsync(Terms(code) with { IsSingleUse = true, CustomerLimit = 0 });

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(order => host.RedeemAsync(code, order)));

        Assert.Single(answers, answer => answer.Refusals.Count == 0);
    }

    [Fact]
    public async Task Amounts_of_two_currencies_are_summed_apart()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING") with { CustomerLimit = 0 });
        await host.RedeemAsync("SPRING", 1);
        await host.AskAsync<Answer>(new RedeemPromotion("SPRING", Order(2), "zoe", new Money(7, Currency.Usd)));
        await host.RedeemAsync("SPRING", 3);

        Assert.Equal([Money.Eur(10), new Money(7, Currency.Usd)], (await host.PromotionAsync("SPRING")).Discounts);
    }

    [Fact]
    public async Task Asking_what_a_code_takes_off_uses_nothing_up_and_knows_the_customers_uses()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));
        var question = new ValidateCode("spring", Cart(Line("A", 100m)), new Buyer { Customer = "zoe" });

        var before = await host.AskAsync<CodeAnswer>(question);
        Assert.Equal(("SPRING", 10m), (before.Code, before.Result!.Discount.Amount));
        Assert.Empty(before.Refusals);
        Assert.Equal(0, (await host.PromotionAsync("SPRING")).Uses);

        await host.RedeemAsync("SPRING", 1);
        Assert.Equal("CustomerLimit", Assert.Single((await host.AskAsync<CodeAnswer>(question)).Refusals).Field);
    }

    [Fact]
    public async Task Asking_for_a_cart_that_cannot_be_read_tells_every_field()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));
        var cart = Cart(
            Line("A", 1m, 0), Line("A", 1m, 1_000), Line("B", -1m), Line("C", 1m) with { UnitCost = new Money(1, Currency.Usd) }) with { Shipping = Money.Eur(-1) };

        var answer = await host.AskAsync<CodeAnswer>(new ValidateCode("SPRING", cart, new Buyer()));
        var empty = await host.AskAsync<CodeAnswer>(new ValidateCode("SPRING", Cart(), new Buyer()));

        Assert.Null(answer.Result);
        Assert.Equal(
            ["Lines[A].Quantity", "Lines[A]", "Lines[A].Quantity", "Lines[B].UnitPrice", "Lines[C].UnitCost", "Shipping"], answer.Refusals.Select(refusal => refusal.Field));
        Assert.Equal("Lines", Assert.Single(empty.Refusals).Field);
    }
}
