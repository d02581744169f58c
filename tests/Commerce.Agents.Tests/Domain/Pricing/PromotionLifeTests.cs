using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Pricing;
using Commerce.Testing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>How a promotion is written down, released, stopped and ended (BUSINESS_RULES 3.18).</summary>
public sealed class PromotionLifeTests
{
    public static TheoryData<string, PromotionTerms> Refused => new()
    {
        { "Code", Terms("abc") },
        { "Code", Terms("SHORT") with { IsSingleUse = true } },
        { "IsSingleUse", Terms("AUTOMATIC-1") with { IsSingleUse = true, IsAutomatic = true } },
        { "TotalLimit", Terms("SINGLE-USE-1") with { IsSingleUse = true, TotalLimit = 2 } },
        { "Type", Terms("SPRING", (PromotionType)99) },
        { "Rate", Terms("SPRING", rate: 0m) },
        { "Rate", Terms("SPRING", rate: 1.01m) },
        { "Amount", Terms("SPRING", PromotionType.FixedAmount) },
        { "Amount", Terms("SPRING", PromotionType.FixedAmount, amount: 0m) },
        { "Amount", Terms("SPRING", PromotionType.Bundle) with { Parts = new Dictionary<Sku, int> { [new Sku("A")] = 2 } } },
        { "Amount", Terms("SPRING", PromotionType.FixedAmount, amount: 5m) with { MinimumPurchase = new Money(5, Currency.Usd) } },
        { "Parts", Terms("SPRING", PromotionType.Bundle, amount: 5m) },
        { "Parts", Terms("SPRING", PromotionType.Bundle, amount: 5m) with { Parts = new Dictionary<Sku, int> { [new Sku("A")] = 1 } } },
        { "Parts", Terms("SPRING", PromotionType.Bundle, amount: 5m) with { Parts = new Dictionary<Sku, int> { [new Sku("A")] = 5, [new Sku("B")] = 0 } } },
        { "BuyQuantity", Terms("SPRING", PromotionType.Bogo) with { BuyQuantity = 0 } },
        { "GetQuantity", Terms("SPRING", PromotionType.Bogo) with { GetQuantity = 101 } },
        { "MaxDiscount", Terms("SPRING") with { MaxDiscount = Money.Eur(0) } },
        { "MinimumPurchase", Terms("SPRING") with { MinimumPurchase = Money.Eur(-1) } },
        { "EndsAt", Terms("SPRING") with { StartsAt = Now, EndsAt = Now } },
        { "TotalLimit", Terms("SPRING") with { TotalLimit = -1 } },
        { "CustomerLimit", Terms("SPRING") with { CustomerLimit = -1 } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Terms_that_cannot_be_kept_are_refused_with_their_field(string field, PromotionTerms terms)
    {
        await using var host = await StartAsync();

        var answer = await host.AskAsync<Answer>(new CreatePromotion(terms));

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal((field, RefusalCode.Validation), (refusal.Field, refusal.Code));
        Assert.Null((await host.AskAsync<PromotionReport>(new GetPromotion(terms.Code))).Promotion);
    }

    [Fact]
    public async Task A_code_is_taken_in_any_case_and_belongs_to_one_promotion()
    {
        await using var host = await StartAsync();
        Assert.Equal("SPRING", (await host.AskAsync<Answer>(new CreatePromotion(Terms("Spring")))).Id);

        var again = await host.AskAsync<Answer>(new CreatePromotion(Terms("sPRING", rate: 0.5m)));

        Assert.Equal((RefusalCode.Duplicate, "Code"), (again.Refusals[0].Code, again.Refusals[0].Field));
        Assert.Equal(0.10m, (await host.PromotionAsync("spring")).Terms.Rate);
    }

    [Fact]
    public async Task Ten_percent_for_seven_days_when_the_terms_do_not_tell()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING", rate: null));

        var terms = (await host.PromotionAsync("SPRING")).Terms;
        Assert.Equal((0.10m, host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddDays(7)), (terms.Rate, terms.StartsAt, terms.EndsAt));

        await host.AdvanceAsync(TimeSpan.FromDays(7) - TimeSpan.FromTicks(10));
        Assert.Equal(PromotionStatus.Active, (await host.PromotionAsync("SPRING")).Status);

        await host.AdvanceAsync(TimeSpan.FromTicks(10));
        Assert.Equal(PromotionStatus.Expired, (await host.PromotionAsync("SPRING")).Status);
        Assert.Equal("SPRING", host.Published.Only<PromotionExpired>().Code);
    }

    [Fact]
    public async Task Start_and_end_come_by_themselves_even_when_the_process_died_between()
    {
        await using var host = await StartAsync();
        var start = host.Clock.GetUtcNow().AddHours(1);
        await host.CreateAsync(Terms("SPRING") with { StartsAt = start, EndsAt = start.AddHours(1) });
        Assert.Equal(PromotionStatus.Scheduled, (await host.PromotionAsync("SPRING")).Status);
        Assert.Empty(host.Published.All<PromotionActivated>());

        await host.RestartAsync();
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(PromotionStatus.Active, (await host.PromotionAsync("SPRING")).Status);
        Assert.Equal((await host.PromotionAsync("SPRING")).Id, host.Published.Only<PromotionActivated>().PromotionId);

        await host.RestartAsync();
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(PromotionStatus.Expired, (await host.PromotionAsync("SPRING")).Status);
    }

    [Fact]
    public async Task Start_and_end_that_passed_while_nothing_ran_come_in_their_order()
    {
        await using var host = await StartAsync();
        var start = host.Clock.GetUtcNow().AddHours(1);
        await host.CreateAsync(Terms("SPRING") with { StartsAt = start, EndsAt = start.AddHours(1) });
        await host.SettleAsync();

        host.Clock.AdvanceTo(start.AddDays(1));
        await host.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(PromotionStatus.Expired, (await host.PromotionAsync("SPRING")).Status);
        Assert.Single(host.Published.All<PromotionExpired>());
    }

    [Fact]
    public async Task Paused_promotion_gives_nothing_until_it_goes_on()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));

        Assert.Empty((await host.AskAsync<Answer>(new PausePromotion("spring"))).Refusals);
        Assert.Equal("Status", (await host.RedeemAsync("SPRING", 1)).Refusals[0].Field);

        Assert.Empty((await host.AskAsync<Answer>(new ActivatePromotion("spring"))).Refusals);
        Assert.Empty((await host.RedeemAsync("SPRING", 1)).Refusals);
        Assert.Equal(2, host.Published.All<PromotionActivated>().Count);
    }

    [Fact]
    public async Task Paused_promotion_whose_end_has_passed_does_not_go_on()
    {
        await using var host = await StartAsync();
        await host.CreateAsync(Terms("SPRING"));
        await host.AskAsync<Answer>(new PausePromotion("SPRING"));
        await host.AdvanceAsync(TimeSpan.FromDays(8));

        var answer = await host.AskAsync<Answer>(new ActivatePromotion("SPRING"));

        Assert.Equal((RefusalCode.WindowExpired, "EndsAt"), (answer.Refusals[0].Code, answer.Refusals[0].Field));
        Assert.Equal(PromotionStatus.Paused, (await host.PromotionAsync("SPRING")).Status);
    }

    [Fact]
    public async Task Steps_that_are_not_listed_are_refused_and_change_nothing()
    {
        await using var host = await StartAsync();
        await host.AskAsync<Answer>(new CreatePromotion(Terms("SPRING") with { StartsAt = host.Clock.GetUtcNow().AddHours(1) }));
        await AssertRefusedAsync(new PausePromotion("SPRING"), PromotionStatus.Draft);

        await host.AskAsync<Answer>(new ActivatePromotion("SPRING"));
        await AssertRefusedAsync(new PausePromotion("SPRING"), PromotionStatus.Scheduled);
        await AssertRefusedAsync(new ActivatePromotion("SPRING"), PromotionStatus.Scheduled);

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await AssertRefusedAsync(new ActivatePromotion("SPRING"), PromotionStatus.Active);

        await host.AdvanceAsync(TimeSpan.FromDays(8));
        await AssertRefusedAsync(new PausePromotion("SPRING"), PromotionStatus.Expired);
        await AssertRefusedAsync(new ActivatePromotion("SPRING"), PromotionStatus.Expired);

        async Task AssertRefusedAsync(IMessage command, PromotionStatus stays)
        {
            var answer = await host.AskAsync<Answer>(command);
            Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(answer.Refusals).Code);
            Assert.Equal(stays, (await host.PromotionAsync("SPRING")).Status);
        }
    }

    [Fact]
    public async Task Commands_for_a_code_that_nobody_knows_are_refused()
    {
        await using var host = await StartAsync();
        foreach (var code in new[] { "SPRING", "not a code", "" })
        {
            Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<Answer>(new ActivatePromotion(code))).Refusals[0].Code);
            Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<Answer>(new PausePromotion(code))).Refusals[0].Code);
            Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<PromotionReport>(new GetPromotion(code))).Refusals[0].Code);
            Assert.Equal(RefusalCode.NotFound, (await host.RedeemAsync(code, 1)).Refusals[0].Code);
            Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<Answer>(new ReverseRedemption(code, Order(1)))).Refusals[0].Code);
            Assert.Equal(RefusalCode.NotFound, (await host.AskAsync<CodeAnswer>(new ValidateCode(code, Cart(Line("A", 1m)), new Buyer()))).Refusals[0].Code);
        }
    }

    [Fact]
    public void Table_has_exactly_the_steps_of_the_rules()
    {
        string[] listed =
        [
            "Draft > Scheduled", "Scheduled > Active", "Active > Paused", "Active > Exhausted", "Active > Expired", "Paused > Active", "Exhausted > Active",
        ];
        Assert.Equal(listed.Order(), Steps.Of(PromotionTransitions.Table));
    }
}
