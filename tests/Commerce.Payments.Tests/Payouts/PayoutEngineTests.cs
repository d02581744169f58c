using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;
using Commerce.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Payments.Tests.Payouts;

public sealed class PayoutEngineTests
{
    private readonly PayoutWorld _world = new();

    [Fact]
    public async Task A_sale_is_paid_out_by_the_first_run_after_15_days_from_delivery()
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);

        _world.GoTo(16);
        Assert.Empty((await _world.Engine.RunAsync()).Sent);
        _world.GoTo(23, 1);
        Assert.Empty((await _world.Engine.RunAsync()).Sent);
        _world.GoTo(23, 2);
        var run = await _world.Engine.RunAsync();

        var sent = Assert.Single(run.Sent);
        Assert.Equal((new DateOnly(2026, 11, 23), Money.Eur(88), MerchantPayoutState.Sent), (sent.Period, sent.Amount, sent.State));
        Assert.Equal((Money.Eur(88), "acct_1"), (Assert.Single(_world.Gateway.Transfers).Amount, _world.Gateway.Transfers[0].Destination.Value));
        Assert.Equal(Money.Eur(88), Assert.Single(_world.Gateway.Payouts).Amount);
        Assert.Equal(0m, await _world.OwedAsync(merchant));
        Assert.Equal(_world.Clock.GetUtcNow().AddDays(3), sent.ArrivesAt);
    }

    [Fact]
    public async Task A_merchant_has_one_payout_for_each_period_however_often_it_runs()
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);
        _world.GoTo(23);
        await _world.Engine.RunAsync();
        await _world.Engine.AdjustAsync("bonus", merchant, Money.Eur(50), new LedgerAccount(LedgerAccountKind.FeeIncome));

        Assert.Empty((await _world.Engine.RunAsync()).Sent);
        _world.GoTo(29);
        Assert.Empty((await _world.Engine.RunAsync()).Sent);
        _world.GoTo(30);
        Assert.Equal(Money.Eur(50), Assert.Single((await _world.Engine.RunAsync()).Sent).Amount);
    }

    [Fact]
    public async Task Engines_that_run_at_the_same_time_pay_once()
    {
        var merchants = Enumerable.Range(0, 20).Select(_ => _world.NewMerchant()).ToList();
        foreach (var merchant in merchants)
        {
            await _world.SellAsync(merchant, 100);
        }

        _world.GoTo(23);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _world.NewEngine(_world.Store, new PayoutOptions { Account = "fake" }).RunAsync())));

        Assert.Equal(20, _world.Gateway.Payouts.Count);
        Assert.Equal(20, _world.Gateway.Payouts.Select(static payout => payout.Seller).Distinct().Count());
    }

    [Fact]
    public async Task A_sale_recorded_twice_counts_once_and_another_under_its_key_is_refused()
    {
        var merchant = _world.NewMerchant();
        var sale = new SaleAccrual { Key = "s", Merchant = merchant, OrderId = OrderId.New(TimeProvider.System), Statement = PayoutWorld.Statement(100) };
        await _world.Engine.AccrueSaleAsync(sale);
        await _world.Engine.AccrueSaleAsync(sale);

        Assert.Equal(88m, await _world.OwedAsync(merchant));
        Assert.Equal(RefusalCode.Conflict, (await _world.Engine.AccrueSaleAsync(sale with { Statement = PayoutWorld.Statement(99) })).Refusal?.Code);
    }

    [Theory]
    [InlineData(28.40, null)]
    [InlineData(28.41, 25.0)]
    public async Task Less_than_the_minimum_is_carried(double sold, double? paid)
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, (decimal)sold);
        _world.GoTo(23);

        var run = await _world.Engine.RunAsync();

        Assert.Equal(paid, (double?)run.Sent.SingleOrDefault()?.Amount.Amount);
        Assert.Equal(paid is null ? CarryReason.BelowMinimum : null, run.Carried.SingleOrDefault()?.Reason);
    }

    [Fact]
    public async Task What_a_merchant_owes_is_carried_and_taken_off_the_next_payout()
    {
        var merchant = _world.NewMerchant();
        var order = await _world.SellAsync(merchant, 100);
        _world.GoTo(23);
        await _world.Engine.RunAsync();
        await _world.RefundAsync(merchant, order, 100, 100);
        await _world.SellAsync(merchant, 150);

        _world.GoTo(30);
        var carried = Assert.Single((await _world.Engine.RunAsync()).Carried);
        _world.GoTo(44);
        var sent = Assert.Single((await _world.Engine.RunAsync()).Sent);

        Assert.Equal((CarryReason.Negative, Money.Eur(-88)), (carried.Reason, carried.Amount));
        Assert.Equal(Money.Eur(44), sent.Amount);
        Assert.Equal(0m, await _world.OwedAsync(merchant));
    }

    [Fact]
    public async Task Held_money_waits_until_it_is_released()
    {
        var merchant = _world.NewMerchant();
        var order = await _world.SellAsync(merchant, 100);
        await _world.Engine.HoldAsync(order);
        _world.GoTo(23);
        Assert.Empty((await _world.Engine.RunAsync()).Sent);
        Assert.Equal(new MerchantBalance(Money.Eur(0), Money.Eur(0), Money.Eur(88)), Assert.Single(await _world.Engine.GetBalancesAsync(merchant)));

        await _world.Engine.ReleaseAsync(order);

        Assert.Equal(Money.Eur(88), Assert.Single((await _world.Engine.RunAsync()).Sent).Amount);
    }

    [Fact]
    public async Task Money_of_an_order_that_is_not_delivered_is_pending()
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100, isDelivered: false);
        _world.GoTo(60);

        Assert.Empty((await _world.Engine.RunAsync()).Sent);
        Assert.Equal(Money.Eur(88), Assert.Single(await _world.Engine.GetBalancesAsync(merchant)).Pending);
    }

    [Fact]
    public async Task A_reserve_is_kept_back_and_paid_out_later()
    {
        var world = new PayoutWorld(static options => (options.ReserveRate, options.ReserveTime) = (0.5m, TimeSpan.FromDays(30)));
        var merchant = world.NewMerchant();
        await world.SellAsync(merchant, 100);

        world.GoTo(23);
        var first = Assert.Single((await world.Engine.RunAsync()).Sent);
        world.GoTo(58);
        var second = Assert.Single((await world.Engine.RunAsync()).Sent);

        Assert.Equal((Money.Eur(44), Money.Eur(44)), (first.Amount, second.Amount));
        Assert.Equal(0m, await world.OwedAsync(merchant));
        var statement = (await world.Engine.FindStatementAsync(merchant, first.Period, Currency.Eur))!;
        Assert.Equal([SettlementKind.Sale, SettlementKind.ReserveHeld], statement.Lines.Select(static line => line.Kind));
        Assert.Equal(first.Amount, statement.Lines.Select(static line => line.Amount).Aggregate(static (left, right) => left + right));
    }

    [Fact]
    public async Task A_payout_that_failed_is_paid_again_by_the_next_run_without_a_second_transfer_and_with_one_reserve()
    {
        var world = new PayoutWorld(static options => options.ReserveRate = 0.25m);
        var merchant = world.NewMerchant();
        await world.SellAsync(merchant, 100);
        world.GoTo(23);
        var sent = Assert.Single((await world.Engine.RunAsync()).Sent);
        await world.Engine.ObserveAsync(world.Gateway.Finish(sent.PayoutId!.Value, PayoutStatus.Paid));

        // It failed days after it was said to have arrived.
        var failed = (await world.Engine.ObserveAsync(world.Gateway.Finish(sent.PayoutId.Value, PayoutStatus.Failed, "account_closed"))).Value;
        Assert.Equal(MerchantPayoutState.Failed, (await world.Engine.ObserveAsync(world.Gateway.Payouts[0] with { Status = PayoutStatus.Paid })).Value.State);
        Assert.Empty((await world.Engine.RunAsync()).Sent);
        world.GoTo(30);
        var again = Assert.Single((await world.Engine.RunAsync()).Sent);

        Assert.Equal((MerchantPayoutState.Failed, "account_closed"), (failed.State, failed.FailureCode));
        Assert.Equal((Money.Eur(66), Money.Eur(0)), (again.Amount, again.ToTransfer));
        Assert.Single(world.Gateway.Transfers);
        Assert.Equal(22m, await world.OwedAsync(merchant));
    }

    [Fact]
    public async Task A_refused_payout_gives_its_money_free_and_says_why()
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);
        _world.GoTo(23);
        _world.Gateway.Faults.Refuse("CreatePayout", new Refusal(RefusalCode.PolicyViolation, "Closed.") { VendorCode = "payouts_not_allowed" });

        var failure = Assert.Single((await _world.Engine.RunAsync()).Failures);
        _world.GoTo(30);
        var sent = Assert.Single((await _world.Engine.RunAsync()).Sent);

        Assert.Equal((MerchantPayoutState.Failed, "payouts_not_allowed"), (failure.Payout.State, failure.Payout.FailureCode));
        Assert.Equal((Money.Eur(88), Money.Eur(0)), (sent.Amount, sent.ToTransfer));
        Assert.Single(_world.Gateway.Payouts);
    }

    [Theory]
    [InlineData("CreateTransfer")]
    [InlineData("CreatePayout")]
    public async Task A_step_whose_answer_is_lost_is_gone_on_with_and_counts_once(string step)
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);
        _world.GoTo(23);
        _world.Gateway.Faults.LoseAnswer(step);

        Assert.Equal(RefusalCode.ExternalUnavailable, Assert.Single((await _world.Engine.RunAsync()).Failures).Reason.Code);
        Assert.Single((await _world.Engine.RunAsync()).Sent);

        Assert.Equal((1, 1), (_world.Gateway.Transfers.Count, _world.Gateway.Payouts.Count));
    }

    [Theory]
    [InlineData("CreateTransfer")]
    [InlineData("CreatePayout")]
    public async Task A_step_that_waited_longer_than_the_gateway_remembers_keys_is_looked_for_first(string step)
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);
        _world.GoTo(23);
        _world.Gateway.Faults.LoseAnswer(step);
        await _world.Engine.RunAsync();
        _world.GoTo(60);
        _world.Gateway.Faults.Refuse(step, new Refusal(RefusalCode.Validation, "It must not be sent again."));

        Assert.Single((await _world.Engine.RunAsync()).Sent);

        Assert.Equal((1, 1), (_world.Gateway.Transfers.Count, _world.Gateway.Payouts.Count));
    }

    [Fact]
    public async Task News_that_are_faster_than_the_answer_count()
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);
        _world.GoTo(23);
        _world.Gateway.Faults.LoseAnswer("CreatePayout");
        await _world.Engine.RunAsync();

        var paid = (await _world.Engine.ObserveAsync(_world.Gateway.Finish(_world.Gateway.Payouts[0].Id, PayoutStatus.Paid))).Value;

        Assert.Equal(MerchantPayoutState.Paid, paid.State);
        Assert.Equal(0m, await _world.OwedAsync(merchant));
        Assert.Empty((await _world.Engine.RunAsync()).Sent);
    }

    [Fact]
    public async Task Merchants_who_cannot_be_paid_are_carried_with_the_reason()
    {
        var (none, closed, changed) = (TenantId.New(TimeProvider.System), _world.NewMerchant(), _world.NewMerchant());
        foreach (var merchant in (TenantId[])[none, closed, changed])
        {
            await _world.SellAsync(merchant, 100);
        }

        _world.GoTo(23);
        _world.Merchants[closed] = _world.Merchants[closed] with { CanPayOut = false };
        _world.Merchants[changed] = _world.Merchants[changed] with { BankChangedAt = _world.Clock.GetUtcNow().AddHours(-47) };
        var run = await _world.Engine.RunAsync();

        Assert.Equal(
            [(none, CarryReason.NoAccount), (closed, CarryReason.PayoutsClosed), (changed, CarryReason.BankChanged)],
            run.Carried.Select(static carried => (carried.Merchant, carried.Reason)).OrderBy(static carried => carried.Reason));
        Assert.Empty(run.Sent);
    }

    [Fact]
    public async Task Currencies_are_paid_apart()
    {
        var merchant = _world.NewMerchant();
        await _world.SellAsync(merchant, 100);
        await _world.Engine.AdjustAsync("usd", merchant, Money.Parse("40 USD"), new LedgerAccount(LedgerAccountKind.FeeIncome));
        _world.GoTo(23);

        Assert.Equal(["40.00 USD", "88.00 EUR"], (await _world.Engine.RunAsync()).Sent.Select(static payout => payout.Amount.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Money_that_is_at_the_merchants_account_already_is_not_moved_again()
    {
        var merchant = _world.NewMerchant();
        var order = OrderId.New(TimeProvider.System);
        await _world.Gateway.CreateTransferAsync(new CreateTransferRequest { Key = new("with-the-sale"), Amount = Money.Eur(88), Destination = _world.Merchants[merchant].Account });
        await _world.Engine.AccrueSaleAsync(new SaleAccrual
        {
            Key = "s", Merchant = merchant, OrderId = order, Statement = PayoutWorld.Statement(100), Transferred = Money.Eur(88), DeliveredAt = _world.Clock.GetUtcNow(),
        });
        _world.GoTo(23);

        Assert.Equal((Money.Eur(88), Money.Eur(0)), (Assert.Single((await _world.Engine.RunAsync()).Sent).Amount, Assert.Single(_world.Gateway.Payouts).Amount - Money.Eur(88)));
        Assert.Single(_world.Gateway.Transfers);
    }

    [Fact]
    public void An_account_that_cannot_pay_out_is_refused_when_the_engine_is_made() => Assert.Contains(
        "PayoutOptions.Account is other",
        Assert.Throws<ArgumentException>(() => new PayoutEngine(
            [_world.Gateway], _world.Store, _world.Ledger, new KnownMerchants(_world.Merchants), Options.Create(new PayoutOptions { Account = "other" }), new FakeClock())).Message,
        StringComparison.Ordinal);
}
