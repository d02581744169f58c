using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Payments.Accounting;
using Commerce.Payments.Payouts;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>PAY-2: the books are in the agents' store, and outlive the process.</summary>
public sealed class PayoutBooksTests
{
    private static readonly OrderId Order = new(Guid.Parse("018f0000-0000-7000-8000-00000000000a"));
    private static readonly DateTimeOffset At = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 9);

    [Fact]
    public async Task A_run_outlives_a_restart_and_is_not_made_twice()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100m);
        await desk.SellAsync(200m, key: "sale-2", merchant: PayoutDesk.Ben);
        await desk.Host.RestartAsync();
        await desk.GoToAsync(9);
        var paid = desk.Gateway.Payouts.Count;

        await desk.Host.RestartAsync();
        var run = await desk.Host.AskAsync<PayoutRunAnswer>(new RunPayouts());
        await desk.Host.SettleAsync();

        Assert.Equal((2, 2), (paid, desk.Gateway.Payouts.Count));
        Assert.Empty(run.Run!.Sent);
        var statement = await desk.Host.AskAsync<MerchantStatement>(new GetStatement(PayoutDesk.Ada, Monday));
        Assert.Equal(Money.Eur(82.50m), statement.Payout!.Payout.Amount);
        Assert.Single(statement.Payout.Lines);
    }

    [Fact]
    public async Task What_is_at_the_gateway_is_known_after_a_restart_and_not_transferred_again()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        await desk.SellAsync(100m);
        await desk.GoToAsync(9);
        var failed = desk.Gateway.Finish(Assert.Single(desk.Gateway.Payouts).Id, PayoutStatus.Failed, "account_closed");
        await desk.Host.SendAsync(new ObservePayout(failed));
        await desk.Host.SettleAsync();

        await desk.Host.RestartAsync();
        await desk.GoToAsync(16);

        Assert.Equal(2, desk.Gateway.Payouts.Count);
        Assert.Single(desk.Gateway.Transfers);
    }

    [Fact]
    public async Task The_day_and_time_of_runs_are_those_of_the_options()
    {
        await using var desk = await PayoutDesk.OpenAsync(schedule: options => (options.Day, options.Time) = (DayOfWeek.Thursday, new TimeOnly(10, 30)));
        await desk.SellAsync(100m, deliveredDaysAgo: 20);

        await desk.Host.AdvanceAsync(new DateTimeOffset(2026, 11, 5, 10, 29, 59, TimeSpan.Zero) - desk.Host.Clock.GetUtcNow());
        var before = desk.Gateway.Payouts.Count;
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var after = desk.Gateway.Payouts.Count;
        await desk.SellAsync(100m, key: "sale-2", deliveredDaysAgo: 20);
        await desk.Host.AdvanceAsync(TimeSpan.FromDays(7));

        Assert.Equal((0, 1, 2), (before, after, desk.Gateway.Payouts.Count));
    }

    [Fact]
    public async Task Both_stores_do_the_same()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        var ledger = new InMemoryLedger();

        var memory = await WalkAsync(new InMemoryPayoutStore(ledger), ledger);
        var kept = await WalkAsync(desk.Host.Services.GetRequiredService<IPayoutStore>(), desk.Host.Services.GetRequiredService<ILedger>());

        Assert.Equal(memory, kept);
        Assert.Contains("added 2", memory);
    }

    [Fact]
    public async Task One_of_many_planners_at_once_gets_the_lines()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        var store = desk.Host.Services.GetRequiredService<IPayoutStore>();
        await store.AddAsync([Line("a", 10), Line("b", 20)], []);

        var planned = await Task.WhenAll(Enumerable.Range(1, 8).Select(day => Task.Run(
            async () => await store.TryPlanAsync(Payout(new DateOnly(2026, 11, day)), ["a", "b"], []))));

        Assert.Single(planned, isPlanned => isPlanned);
        Assert.Single(await store.ListOpenAsync());
    }

    [Fact]
    public async Task An_entry_counts_once_however_often_it_is_posted_and_never_as_another_fact()
    {
        await using var desk = await PayoutDesk.OpenAsync();
        var ledger = desk.Host.Services.GetRequiredService<ILedger>();
        var entry = Entry("e-1", 10);

        var posted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await ledger.PostAsync([entry]))));
        var other = await ledger.PostAsync([Entry("e-2", 5), Entry("e-1", 11)]);
        await desk.Host.RestartAsync();
        ledger = desk.Host.Services.GetRequiredService<ILedger>();

        Assert.Single(posted, outcome => outcome.Value.Count == 1);
        Assert.Equal(RefusalCode.Conflict, other.Refusal!.Code);
        Assert.Equal(Money.Eur(10), await ledger.GetBalanceAsync(LedgerAccount.AtGateway(PayoutDesk.Ada), Currency.Eur));
        Assert.Equal(0m, (await ledger.ListBalancesAsync()).Sum(line => line.Amount.Amount));
        Assert.Equal(["e-1"], await ledger.ListEntriesAsync(new LedgerQuery { Merchant = PayoutDesk.Ada, From = At, Before = At.AddDays(1) }).Select(known => known.Key).ToListAsync());
        Assert.Empty(await ledger.ListEntriesAsync(new LedgerQuery { Before = At }).ToListAsync());
    }

    /// <summary>Walks a store through a payout that fails and says what it answers.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(IPayoutStore store, ILedger ledger)
    {
        var answers = new List<string>();
        var payout = Payout(Monday);

        answers.Add($"added {(await store.AddAsync([Line("a", 10), Line("b", 20)], [Entry("e-a", 30)])).Value.Count}");
        answers.Add($"again {(await store.AddAsync([Line("a", 10)], [Entry("e-a", 30)])).Value.Count}");
        answers.Add($"refused {(await store.AddAsync([Line("c", 10)], [Entry("e-a", 31)])).Refusal!.Code}");
        answers.Add($"held {await store.ChangeOrderAsync(Order, null, true)}");
        answers.Add($"freed {await store.ChangeOrderAsync(Order, At, false)}");
        answers.Add($"merchants {string.Join(',', await store.ListMerchantsAsync(null, 10))}");
        answers.Add($"none after {(await store.ListMerchantsAsync(PayoutDesk.Ada, 10)).Count}");
        answers.Add($"unknown line {await store.TryPlanAsync(payout, ["a", "b"], [Line("r", -1) with { Payout = payout.Name }, Line("q", 1)])}");
        answers.Add($"planned again {await store.TryPlanAsync(payout, ["q"], [])}");
        answers.Add($"taken {await store.TryPlanAsync(Payout(Monday.AddDays(7)), ["a"], [])}");
        answers.Add($"open {string.Join(',', (await store.ListOpenAsync(PayoutDesk.Ada)).Select(open => open.Name))} {(await store.ListOpenAsync(PayoutDesk.Ben)).Count}");
        answers.Add($"lines {Names(await store.ListLinesAsync(PayoutDesk.Ada, payout.Name))} free {Names(await store.ListLinesAsync(PayoutDesk.Ada))}");
        answers.Add($"no change {await store.ChangeOrderAsync(Order, null, true)}");
        var sent = payout with { State = MerchantPayoutState.Sent, PayoutId = new PayoutId("out-1"), Version = 2 };
        answers.Add($"stale {(await store.SaveAsync(sent with { Version = 3 }, [])).Refusal!.Code}");
        answers.Add($"sent {(await store.SaveAsync(sent, [Entry("e-s", 7)])).Value.Version} {(await store.ListOpenAsync()).Count}");
        answers.Add($"refused {(await store.SaveAsync(sent with { Version = 3 }, [Entry("e-s", 8)])).Refusal!.Code} {(await store.FindAsync(payout.Name))!.Version}");
        answers.Add($"found {(await store.FindAsync(new PayoutId("out-1")))?.Name} {(await store.FindAsync(new PayoutId("out-2")))?.Name}");
        answers.Add($"failed {(await store.SaveAsync(sent with { State = MerchantPayoutState.Failed, Version = 3 }, [])).Value.State}");
        answers.Add($"lines {Names(await store.ListLinesAsync(PayoutDesk.Ada, payout.Name))} free {Names(await store.ListLinesAsync(PayoutDesk.Ada))}");
        answers.Add($"balance {await ledger.GetBalanceAsync(LedgerAccount.AtGateway(PayoutDesk.Ada), Currency.Eur)}");
        return answers;
    }

    private static string Names(IEnumerable<SettlementLine> lines) => string.Join(',', lines.Select(line => line.Id).Order(StringComparer.Ordinal));

    private static SettlementLine Line(string id, decimal amount) => new()
    {
        Id = id, Merchant = PayoutDesk.Ada, Kind = SettlementKind.Sale, Amount = Money.Eur(amount), OrderId = Order, At = At, AvailableAt = At,
    };

    private static MerchantPayout Payout(DateOnly period) => new()
    {
        Merchant = PayoutDesk.Ada, Period = period, Amount = Money.Eur(30), ToTransfer = Money.Eur(30), Account = new ConnectedAccountId("acct_ada"), PlannedAt = At, Version = 1,
    };

    private static LedgerEntry Entry(string key, decimal amount) => new()
    {
        Key = key,
        Kind = LedgerEntryKind.Transfer,
        At = At,
        Merchant = PayoutDesk.Ada,
        Lines = [new(LedgerAccount.AtGateway(PayoutDesk.Ada), Money.Eur(amount)), new(LedgerAccount.Payable(PayoutDesk.Ada), Money.Eur(-amount))],
    };
}
