using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Payments.Payouts;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class PayoutAgentTests
{
    private static readonly DateOnly Monday = new(2026, 11, 9);

    [Theory]
    [InlineData(2499, "Computers", 2136.64)]
    [InlineData(279, "Accessories", 216.22)]
    [InlineData(2499, null, 2061.67)]
    public async Task Net_of_a_sale_is_its_amount_less_commission_and_transaction_fee(double amount, string? category, double net)
    {
        await using var desk = await PayoutDesk.OpenAsync();

        await desk.SellAsync((decimal)amount, category);

        Assert.Equal(Money.Eur((decimal)net), (await desk.BalanceAsync()).Available);
        Assert.Equal(Money.Eur((decimal)net), desk.Host.Published.Only<MerchantBalanceChanged>().Available);
    }

    [Theory]
    [InlineData(1_000, 82.50)]
    [InlineData(1_001, 85.50)]
    public async Task Commission_is_12_percent_above_a_thousand_orders_a_month(int orders, double net)
    {
        await using var desk = await PayoutDesk.OpenAsync();

        await desk.Host.AskAsync<Answer>(new AccrueSale(
            PayoutDesk.Ada, new OrderId(Guid.NewGuid()), "s", [PayoutDesk.Line(100)], orders, desk.Host.Clock.GetUtcNow() - TimeSpan.FromDays(15)));

        Assert.Equal(Money.Eur((decimal)net), (await desk.BalanceAsync()).Available);
    }

    [Fact]
    public async Task Commission_leaves_out_tax_and_shipping_and_the_shipping_is_the_merchants()
    {
        await using var desk = await PayoutDesk.OpenAsync();

        await desk.Host.AskAsync<Answer>(new AccrueSale(
            PayoutDesk.Ada,
            new OrderId(Guid.NewGuid()),
            "s",
            [PayoutDesk.Line(120, goods: 100, shipping: 5)],
            DeliveredAt: desk.Host.Clock.GetUtcNow() - TimeSpan.FromDays(15)));

        // 120 + 5 - 15 % of 100 - 2.5 % of 120
        Assert.Equal(Money.Eur(107), (await desk.BalanceAsync()).Available);
    }

    [Fact]
    public async Task A_sale_and_a_refund_that_come_again_count_once_also_over_a_crash()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        await desk.SellAsync(100);
        var refund = new AccrueRefund(PayoutDesk.Ada, "sale-1", "r-1", new Dictionary<string, Money> { ["1"] = Money.Eur(40) });
        desk.Host.CrashNextAt(CrashPoint.AfterCall);
        await desk.Host.SendAsync(refund);
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();
        await desk.Host.AskAsync<Answer>(refund);

        // 82.50 less the refund of 40, of which the commission of 6 comes back.
        Assert.Equal(Money.Eur(48.50m), (await desk.BalanceAsync()).Available);
    }

    [Fact]
    public async Task Whole_refund_in_parts_gives_back_the_whole_commission()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(99.99m);
        foreach (var (key, amount) in new[] { ("r-1", 33.33m), ("r-2", 33.33m), ("r-3", 33.33m) })
        {
            var answer = await desk.Host.AskAsync<Answer>(new AccrueRefund(PayoutDesk.Ada, "sale-1", key, new Dictionary<string, Money> { ["1"] = Money.Eur(amount) }));
            Assert.Empty(answer.Refusals);
        }

        // The transaction fee of 2.50 is kept.
        Assert.Equal(Money.Eur(-2.50m), (await desk.BalanceAsync()).Available);
    }

    [Theory]
    [InlineData("sale-1", "1", 101, "Lines[1]")]
    [InlineData("sale-1", "1", 0, "Lines[1]")]
    [InlineData("sale-1", "1", 1.005, "Lines[1]")]
    [InlineData("sale-1", "2", 1, "Lines[2]")]
    [InlineData("sale-2", "1", 1, "SaleKey")]
    public async Task Wrong_refund_is_refused_and_names_the_field(string sale, string line, double amount, string field)
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);

        var answer = await desk.Host.AskAsync<Answer>(new AccrueRefund(PayoutDesk.Ada, sale, "r-1", new Dictionary<string, Money> { [line] = Money.Eur((decimal)amount) }));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Equal(Money.Eur(82.50m), (await desk.BalanceAsync()).Available);
    }

    [Fact]
    public async Task Wrong_sale_is_refused_and_names_each_field()
    {
        await using var desk = await PayoutDesk.OpenAsync();

        var answer = await desk.Host.AskAsync<Answer>(new AccrueSale(PayoutDesk.Ada, new OrderId(Guid.NewGuid()), " ", [], -1));

        Assert.Equal(["Key", "MonthlyOrders", "Lines"], answer.Refusals.Select(refusal => refusal.Field!));
    }

    [Fact]
    public async Task A_sale_can_be_paid_out_fifteen_days_after_its_delivery()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        var order = new OrderId(Guid.NewGuid());
        await desk.Host.AskAsync<Answer>(new AccrueSale(PayoutDesk.Ada, order, "s", [PayoutDesk.Line(100)]));
        await desk.Host.SendAsync(new OrderDelivered(order, "ORD-1", desk.Host.Clock.GetUtcNow()));

        await desk.Host.AdvanceAsync(TimeSpan.FromDays(15) - TimeSpan.FromSeconds(1));
        var before = await desk.BalanceAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var after = await desk.BalanceAsync();

        Assert.Equal((Money.Eur(0), Money.Eur(82.50m)), (before.Available, before.Pending));
        Assert.Equal((Money.Eur(82.50m), Money.Eur(0)), (after.Available, after.Pending));
    }

    [Fact]
    public async Task Held_money_stays_held_until_the_last_reason_is_gone()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        var order = await desk.SellAsync(100);
        await desk.Host.AskAsync<Answer>(new HoldFunds(PayoutDesk.Ada, order, "return"));
        await desk.Host.SendAsync(new DisputeOpened(order, new GatewayDisputeId("d-1"), Money.Eur(100), null));
        await desk.Host.SettleAsync();
        var held = await desk.BalanceAsync();
        await desk.Host.AskAsync<Answer>(new ReleaseFunds(PayoutDesk.Ada, order, "return"));
        var half = await desk.BalanceAsync();
        await desk.Host.SendAsync(new DisputeResolved(order, new GatewayDisputeId("d-1"), Money.Eur(100), DisputeStatus.Won));
        await desk.Host.SettleAsync();
        var again = await desk.Host.AskAsync<Answer>(new ReleaseFunds(PayoutDesk.Ada, order, "return"));

        Assert.Equal((Money.Eur(0), Money.Eur(82.50m)), (held.Available, held.Held));
        Assert.Equal(Money.Eur(82.50m), half.Held);
        Assert.Equal(Money.Eur(82.50m), (await desk.BalanceAsync()).Available);
        Assert.Equal((RefusalCode.NotFound, "Reason"), (again.Refusals[0].Code, again.Refusals[0].Field));
    }

    [Fact]
    public async Task Sale_of_an_order_that_is_held_already_is_held_too_and_no_reason_is_refused()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        var order = new OrderId(MerchantSale.IdOf(PayoutDesk.Ada, "order of sale-1"));
        await desk.Host.AskAsync<Answer>(new HoldFunds(PayoutDesk.Ada, order, "return"));
        var empty = await desk.Host.AskAsync<Answer>(new HoldFunds(PayoutDesk.Ada, order, ""));

        await desk.SellAsync(100);

        Assert.Equal(Money.Eur(82.50m), (await desk.BalanceAsync()).Held);
        Assert.Equal("Reason", Assert.Single(empty.Refusals).Field);
    }

    [Fact]
    public async Task Payouts_go_out_on_monday_at_two_and_are_told_once_until_they_arrive()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        await desk.SellAsync(200, merchant: PayoutDesk.Ben);
        await desk.GoToAsync(9, hour: 1);
        var early = desk.Gateway.Payouts.Count;
        await desk.GoToAsync(9);

        Assert.Equal(0, early);
        Assert.Equal([82.50m, 165m], desk.Gateway.Payouts.Select(payout => payout.Amount.Amount).Order());
        var scheduled = desk.Host.Published.All<PayoutScheduled>().Single(message => message.Merchant == PayoutDesk.Ada);
        Assert.Equal((Money.Eur(82.50m), Monday), (scheduled.Amount, scheduled.Period));
        Assert.NotNull(scheduled.ArrivesAt);

        var paid = desk.Gateway.Finish(desk.Gateway.Payouts.Single(payout => payout.Amount == Money.Eur(82.50m)).Id, PayoutStatus.Paid);
        await desk.Host.AskAsync<Answer>(new ObservePayout(paid));
        await desk.Host.AskAsync<Answer>(new ObservePayout(paid));
        await desk.Host.AskAsync<PayoutRunAnswer>(new RunPayouts(Monday));
        await desk.Host.SettleAsync();

        Assert.Equal((PayoutDesk.Ada, 1), (desk.Host.Published.Only<PayoutPaid>().Merchant, desk.Host.Published.Only<PayoutPaid>().Lines));
        Assert.Equal(2, desk.Host.Published.All<PayoutScheduled>().Count);
        Assert.Equal(2, desk.Gateway.Payouts.Count);
    }

    [Theory]
    [InlineData(CrashPoint.AfterIntent)]
    [InlineData(CrashPoint.AfterCall)]
    [InlineData(CrashPoint.AfterOutcome)]
    [InlineData(CrashPoint.BeforeCommit)]
    public async Task A_crash_in_the_run_pays_once_and_loses_no_news(CrashPoint point)
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        await desk.GoToAsync(9, hour: 1);
        desk.Host.CrashNextAt(point);
        desk.Host.Clock.Advance(TimeSpan.FromHours(2));
        await desk.Host.SendAsync(new RunPayouts());
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();

        Assert.Single(desk.Gateway.Payouts);
        Assert.Single(desk.Host.Published.All<PayoutScheduled>());
    }

    [Fact]
    public async Task Failed_payout_gives_the_money_back_is_told_and_goes_out_with_the_next_run()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        await desk.GoToAsync(9);
        var failed = desk.Gateway.Finish(Assert.Single(desk.Gateway.Payouts).Id, PayoutStatus.Failed, "account_closed");
        await desk.Host.AskAsync<Answer>(new ObservePayout(failed));
        await desk.Host.SettleAsync();
        var available = (await desk.BalanceAsync()).Available;
        await desk.GoToAsync(16);

        Assert.Equal("account_closed", desk.Host.Published.Only<PayoutFailed>().Reason);
        Assert.Equal(Money.Eur(82.50m), available);
        Assert.Equal(2, desk.Gateway.Payouts.Count);
    }

    [Theory]
    [InlineData(30.31, 25.00, 1)]
    [InlineData(30.30, 24.99, 0)]
    public async Task Less_than_25_is_carried(double amount, double net, int payouts)
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync((decimal)amount);
        var before = (await desk.BalanceAsync()).Available;

        await desk.GoToAsync(9);

        Assert.Equal((Money.Eur((decimal)net), payouts), (before, desk.Gateway.Payouts.Count));
    }

    [Fact]
    public async Task Negative_balance_is_carried_and_taken_off_the_next_sale()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        await desk.GoToAsync(9);
        await desk.Host.AskAsync<Answer>(new AccrueRefund(PayoutDesk.Ada, "sale-1", "r-1", new Dictionary<string, Money> { ["1"] = Money.Eur(100) }));
        await desk.GoToAsync(16);
        var carried = (await desk.BalanceAsync()).Available;
        await desk.SellAsync(200, key: "sale-2");
        await desk.GoToAsync(23);

        Assert.Equal(Money.Eur(-85), carried);
        Assert.Equal([82.50m, 80m], desk.Gateway.Payouts.Select(payout => payout.Amount.Amount));
    }

    [Fact]
    public async Task Bank_details_changed_in_the_last_48_hours_block_the_payout()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        desk.Merchants[PayoutDesk.Ada] = desk.Merchants[PayoutDesk.Ada] with { BankChangedAt = new DateTimeOffset(2026, 11, 7, 2, 0, 1, TimeSpan.Zero) };
        await desk.GoToAsync(9, hour: 2);

        var run = await desk.Host.AskAsync<PayoutRunAnswer>(new RunPayouts());

        Assert.Equal(CarryReason.BankChanged, Assert.Single(run.Run!.Carried).Reason);
        Assert.Empty(desk.Gateway.Payouts);
    }

    [Fact]
    public async Task Payout_without_an_answer_is_gone_on_with_after_an_hour()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        desk.Gateway.Faults.LoseAnswer("CreatePayout");

        await desk.GoToAsync(9, hour: 2);
        var before = desk.Host.Published.All<PayoutScheduled>().Count;
        await desk.GoToAsync(9, hour: 3);

        Assert.Equal((0, 1), (before, desk.Host.Published.All<PayoutScheduled>().Count));
        Assert.Single(desk.Gateway.Payouts);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-7)]
    public async Task Run_of_another_period_is_refused(int days)
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);

        var run = await desk.Host.AskAsync<PayoutRunAnswer>(new RunPayouts(new DateOnly(2026, 11, 3).AddDays(days)));

        Assert.Equal("Date", Assert.Single(run.Refusals).Field);
        Assert.Empty(desk.Gateway.Payouts);
    }

    [Fact]
    public async Task Statement_tells_the_payout_with_its_lines_and_refuses_a_period_without_one()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100);
        await desk.SellAsync(200, key: "sale-2");
        await desk.GoToAsync(9);

        var statement = await desk.Host.AskAsync<MerchantStatement>(new GetStatement(PayoutDesk.Ada, Monday));
        var none = await desk.Host.AskAsync<MerchantStatement>(new GetStatement(PayoutDesk.Ada, Monday.AddDays(7)));

        Assert.Equal(Money.Eur(247.50m), statement.Payout!.Payout.Amount);
        Assert.Equal(statement.Payout.Payout.Amount.Amount, statement.Payout.Lines.Sum(line => line.Amount.Amount));
        Assert.Equal("Period", Assert.Single(none.Refusals).Field);
    }

    [Fact]
    public async Task News_of_a_payout_of_somebody_else_are_refused()
    {
        await using var desk = await PayoutDesk.OpenAsync();

        var answer = await desk.Host.AskAsync<Answer>(new ObservePayout(new Payout { Id = new PayoutId("po_x"), Amount = Money.Eur(1), Status = PayoutStatus.Paid }));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task Two_merchants_may_use_the_same_names()
    {
        await using var desk = await PayoutDesk.OpenAsync();

        await desk.SellAsync(100);
        await desk.SellAsync(200, merchant: PayoutDesk.Ben);

        Assert.Equal((82.50m, 165m), ((await desk.BalanceAsync()).Available.Amount, (await desk.BalanceAsync(PayoutDesk.Ben)).Available.Amount));
    }
}
