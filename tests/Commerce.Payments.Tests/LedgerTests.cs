using Commerce.Payments.Accounting;
using Xunit;

namespace Commerce.Payments.Tests;

public sealed class LedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly LedgerAccount Cash = new(LedgerAccountKind.GatewayBalance, "stripe");
    private static readonly LedgerAccount Funds = new(LedgerAccountKind.CustomerFunds);
    private static readonly LedgerAccount Held = new(LedgerAccountKind.Held);
    private static readonly LedgerAccount ForBuyers = new(LedgerAccountKind.HeldForBuyers);
    private static readonly PaymentId Payment = new(new Guid("01990000-0000-7000-8000-000000000001"));

    private readonly InMemoryLedger _ledger = new();

    [Fact]
    public async Task Balanced_entries_are_kept_and_sum_to_zero()
    {
        await PostAsync(Authorize(100), Capture(60), Refund(25));

        Assert.Equal((Money.Eur(35), Money.Eur(-35)), (await _ledger.GetBalanceAsync(Cash, Currency.Eur), await _ledger.GetBalanceAsync(Funds, Currency.Eur)));
        Assert.Equal(new PaymentTotals(Money.Eur(100), Money.Eur(60), Money.Eur(25)), await _ledger.FindTotalsAsync(Payment));
        Assert.Equal(0m, (await _ledger.ListBalancesAsync()).Sum(static line => line.Amount.Amount));
    }

    [Theory]
    [InlineData("1.00 EUR", "-0.99 EUR")]
    [InlineData("1.00 EUR", "-1.00 USD")]
    [InlineData("0.00 EUR", "0.00 EUR")]
    public async Task Entries_that_do_not_balance_are_refused(string debit, string credit)
    {
        var outcome = await _ledger.PostAsync([Entry("bad", LedgerEntryKind.Adjustment, (Cash, Money.Parse(debit)), (Funds, Money.Parse(credit)))]);

        Assert.Equal((RefusalCode.Validation, "Lines"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Empty(await _ledger.ListBalancesAsync());
    }

    [Fact]
    public async Task An_entry_without_a_name_is_refused() => Assert.Equal(
        "Key", (await _ledger.PostAsync([Authorize(1) with { Key = " " }])).Refusal?.Field);

    [Fact]
    public async Task More_captured_than_authorised_or_refunded_than_captured_is_refused_with_everything_beside_it()
    {
        await PostAsync(Authorize(100), Capture(60));

        var captured = await _ledger.PostAsync([Refund(10), Capture(41) with { Key = "capture-2" }]);
        var refunded = await _ledger.PostAsync([Refund(54), Refund(7) with { Key = "refund-2" }]);
        var returned = await _ledger.PostAsync([Back(1)]);

        Assert.All([captured, refunded, returned], static outcome => Assert.Equal(RefusalCode.AmountExceeded, outcome.Refusal?.Code));
        Assert.Contains("only 6.00 EUR is left", refunded.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(Money.Eur(60), await _ledger.GetBalanceAsync(Cash, Currency.Eur));
    }

    [Fact]
    public async Task A_refund_that_came_back_can_be_made_again()
    {
        await PostAsync(Authorize(60), Capture(60), Refund(60), Back(60), Refund(60) with { Key = "refund-2" });

        Assert.Equal(Money.Eur(60), (await _ledger.FindTotalsAsync(Payment))!.Refunded);
    }

    [Fact]
    public async Task The_same_fact_counts_once_and_another_under_its_name_is_refused()
    {
        await PostAsync(Authorize(100), Capture(60));

        var again = await _ledger.PostAsync([Capture(60) with { At = Now.AddHours(1) }]);
        var other = await _ledger.PostAsync([Capture(40)]);

        Assert.Empty(again.Value);
        Assert.Equal((RefusalCode.Conflict, "Key"), (other.Refusal?.Code, other.Refusal?.Field));
        Assert.Equal(Money.Eur(60), await _ledger.GetBalanceAsync(Cash, Currency.Eur));
    }

    [Fact]
    public async Task Entries_are_listed_by_payment_and_time()
    {
        await PostAsync(Authorize(100), Capture(60) with { At = Now.AddDays(1) }, Authorize(5) with { Key = "other", PaymentId = null });

        async Task<IEnumerable<string>> Keys(LedgerQuery query) => await _ledger.ListEntriesAsync(query).Select(static entry => entry.Key).ToListAsync();

        Assert.Equal(["authorize", "capture"], await Keys(new LedgerQuery { PaymentId = Payment }));
        Assert.Equal(["capture"], await Keys(new LedgerQuery { From = Now.AddHours(1) }));
        Assert.Equal(["authorize", "other"], await Keys(new LedgerQuery { Before = Now.AddDays(1) }));
    }

    private static LedgerEntry Authorize(decimal amount) => Entry("authorize", LedgerEntryKind.Authorization, (Held, Money.Eur(amount)), (ForBuyers, Money.Eur(-amount)));

    private static LedgerEntry Capture(decimal amount) => Entry("capture", LedgerEntryKind.Capture, (Cash, Money.Eur(amount)), (Funds, Money.Eur(-amount)));

    private static LedgerEntry Refund(decimal amount) => Entry("refund", LedgerEntryKind.Refund, (Funds, Money.Eur(amount)), (Cash, Money.Eur(-amount)));

    private static LedgerEntry Back(decimal amount) => Entry("back", LedgerEntryKind.RefundReturned, (Cash, Money.Eur(amount)), (Funds, Money.Eur(-amount)));

    private static LedgerEntry Entry(string key, LedgerEntryKind kind, params (LedgerAccount Account, Money Amount)[] lines) => new()
    {
        Key = key, Kind = kind, At = Now, PaymentId = Payment, Lines = [.. lines.Select(static line => new LedgerLine(line.Account, line.Amount))],
    };

    private async Task PostAsync(params LedgerEntry[] entries) => Assert.Equal(entries.Length, (await _ledger.PostAsync(entries)).Value.Count);
}
