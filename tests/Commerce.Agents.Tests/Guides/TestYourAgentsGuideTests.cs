using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Entities;
using Commerce.Payments;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Guides;

/// <summary>The guides "Write an agent" and "Test your agents": what stands there stands here and in GiftCards.cs, word for word.</summary>
public sealed class TestYourAgentsGuideTests
{
    private static readonly OrderId Order = new(new Guid("0198a000-0000-7000-8000-000000000001"));
    private static readonly OrderId Other = new(new Guid("0198a000-0000-7000-8000-000000000002"));

    private readonly FakePrinter _printer = new();

    [Fact]
    public void Guides_are_this_code()
    {
        Guide.IsRunBy("write-an-agent.md", "tests/Commerce.Agents.Tests/Guides/GiftCards.cs");
        Guide.IsRunBy("test-your-agents.md", "tests/Commerce.Agents.Tests/Guides/TestYourAgentsGuideTests.cs");
    }

    [Fact]
    public async Task A_card_is_spent_once()
    {
        await using var host = await StartAsync();
        await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-1", Money.Eur(50)));

        await host.SendAsync(new SpendGiftCard("G-1", Order, Money.Eur(50)));
        await host.SendAsync(new SpendGiftCard("G-1", Other, Money.Eur(50)));
        await host.SettleAsync();

        Assert.Equal(Order, host.Published.Only<GiftCardSpent>().OrderId);
        Assert.Equal(Other, host.Published.Only<GiftCardRefused>().OrderId);
        Assert.Equal(Money.Eur(0), (await host.StateAsync<GiftCard>("gift-cards", "G-1")).Left);
    }

    [Fact]
    public async Task A_code_is_sold_once()
    {
        await using var host = await StartAsync();

        var first = await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-1", Money.Eur(50)));
        var second = await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-1", Money.Eur(80)));

        Assert.Null(first.Refusal);
        Assert.Equal((RefusalCode.Duplicate, "Code"), (second.Refusal!.Code, second.Refusal.Field));
    }

    [Fact]
    public async Task A_card_ends_after_a_year_and_is_counted_at_night()
    {
        await using var host = await StartAsync();
        await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-1", Money.Eur(50)));

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        var report = await host.StateAsync<CardReport>("card-report", "all");
        await host.AdvanceAsync(TimeSpan.FromDays(363));
        var before = await host.StateAsync<GiftCard>("gift-cards", "G-1");
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        var after = await host.StateAsync<GiftCard>("gift-cards", "G-1");

        Assert.Equal(1, report.SoldThisWeek);
        Assert.Equal((50, 0), (before.Left!.Value.Amount, after.Left!.Value.Amount));
    }

    [Fact]
    public async Task Cards_are_given_back_when_one_of_them_is_too_small()
    {
        await using var host = await StartAsync();
        await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-1", Money.Eur(50)));
        await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-2", Money.Eur(10)));

        await host.SendAsync(new PayByCards(Order, [new CardPart("G-1", Money.Eur(50)), new CardPart("G-2", Money.Eur(30))]));
        await host.SettleAsync();

        Assert.Single(host.Published.All<CardsGivenBack>());
        Assert.Equal(Money.Eur(50), (await host.StateAsync<GiftCard>("gift-cards", "G-1")).Left);
        Assert.Equal(Money.Eur(10), (await host.StateAsync<GiftCard>("gift-cards", "G-2")).Left);
    }

    [Fact]
    public async Task Cards_that_are_large_enough_pay()
    {
        await using var host = await StartAsync();
        await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-1", Money.Eur(50)));
        await host.AskAsync<GiftCardAnswer>(new SellGiftCard("G-2", Money.Eur(40)));

        await host.SendAsync(new PayByCards(Order, [new CardPart("G-1", Money.Eur(50)), new CardPart("G-2", Money.Eur(30))]));
        await host.SettleAsync();

        Assert.Equal(Order, host.Published.Only<PaidByCards>().OrderId);
        Assert.Equal(Money.Eur(10), (await host.StateAsync<GiftCard>("gift-cards", "G-2")).Left);
    }

    [Theory]
    [InlineData(CrashPoint.AfterIntent)]
    [InlineData(CrashPoint.AfterCall)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task A_card_is_printed_once_wherever_the_process_dies(CrashPoint point)
    {
        await using var host = await StartAsync();

        host.CrashNextAt(point);
        await host.SendAsync(new SellGiftCard("G-1", Money.Eur(50)));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Equal(1, _printer.Printed);
        Assert.Equal(Money.Eur(50), (await host.StateAsync<GiftCard>("gift-cards", "G-1")).Left);
        Assert.Equal(1, (await host.Services.GetRequiredService<IRepository<SoldCard>>().ListAsync(new EntityQuery<SoldCard>())).Total);
    }

    [Fact]
    public async Task A_lost_answer_of_the_gateway_is_not_a_second_payment()
    {
        var clock = new FakeClock();
        var gateway = new FakePaymentGateway("stripe", clock);
        gateway.Faults.LoseAnswer("CreatePayment");
        await using var host = await AgentTestHost.StartAsync(
            agents => agents.AddPayments(),
            services => services.AddKeyedSingleton<IPaymentGateway>("stripe", gateway),
            clock);

        await host.SendAsync(new AuthorizePayment(Order, Money.Eur(80), new PaymentMethodToken("pm_card_visa")));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Money.Eur(80), Assert.Single(gateway.Payments).Amount);
        Assert.Equal(Order, host.Published.Only<PaymentAuthorized>().OrderId);
    }

    private Task<AgentTestHost> StartAsync() => AgentTestHost.StartAsync(
        agents => agents.AddGiftCards(),
        services => services.AddSingleton<ICardPrinter>(_printer));
}
