using Commerce.Payments.Accounting;
using Commerce.Payments.Reconciliation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Payments.Tests;

public sealed class ReconciliationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrderId Order = new(new Guid("01990000-0000-7000-8000-00000000000a"));
    private static readonly PaymentId Payment = new(new Guid("01990000-0000-7000-8000-000000000001"));

    private static readonly LedgerEntry[] Entries =
    [
        Entry(LedgerEntryKind.Capture, "ch_1", 100, LedgerAccountKind.CustomerFunds),
        Entry(LedgerEntryKind.ProcessingFee, "ch_1", -3.20m, LedgerAccountKind.ProcessingFees),
        Entry(LedgerEntryKind.Refund, "re_1", -25, LedgerAccountKind.CustomerFunds),
        Entry(LedgerEntryKind.Transfer, "tr_1", -66, LedgerAccountKind.MerchantAccount),
    ];

    private static readonly BalanceMovement[] Movements =
    [
        Movement("txn_1", MovementKind.Capture, "ch_1", 100, 3.20m), Movement("txn_2", MovementKind.Refund, "re_1", -25), Movement("txn_3", MovementKind.Transfer, "tr_1", -66),
    ];

    private static readonly OrderClaim Claim = new(Order, Money.Eur(100), Money.Eur(25), Now.AddDays(-1));

    [Fact]
    public void Three_sides_that_agree_are_clean()
    {
        var report = Compare(Movements, Entries, [Claim]);

        Assert.True(report.IsClean, string.Join(' ', report.Differences));
        Assert.Equal((4, new CurrencyTotals(Money.Eur(5.80m), Money.Eur(5.80m), Money.Eur(0))), (report.Matched, Assert.Single(report.Totals)));
    }

    [Fact]
    public void What_the_ledger_lacks_and_what_the_gateway_lacks_are_told_apart()
    {
        Assert.Equal("MissingInLedger refund re_1 -25.00 EUR/", Text(Compare(Movements, [.. Entries.Where(static entry => entry.SourceId != "re_1")], [Claim with { Refunded = Money.Eur(0) }])));
        Assert.Equal("MissingAtGateway refund re_1 /-25.00 EUR", Text(Compare([.. Movements.Where(static movement => movement.SourceId != "re_1")], Entries, [Claim])));
    }

    [Fact]
    public void Other_amounts_fees_and_currencies_are_told()
    {
        Assert.Equal("AmountDiffers transfer tr_1 -65.00 EUR/-66.00 EUR", Text(Compare([.. Movements[..2], Movement("txn_3", MovementKind.Transfer, "tr_1", -65)], Entries, [Claim])));
        Assert.Equal("FeeDiffers fee ch_1 -3.25 EUR/-3.20 EUR", Text(Compare([Movement("txn_1", MovementKind.Capture, "ch_1", 100, 3.25m), .. Movements[1..]], Entries, [Claim])));
        Assert.Equal("FeeDiffers fee ch_1 -3.20 EUR/", Text(Compare(Movements, [.. Entries.Where(static entry => entry.Kind != LedgerEntryKind.ProcessingFee)], [Claim])));
        var dollars = Movement("txn_3", MovementKind.Transfer, "tr_1", -66) with { Amount = Money.Parse("-71 USD"), Net = Money.Parse("-71 USD"), Fee = Money.Parse("0 USD") };
        Assert.Equal("CurrencyDiffers transfer tr_1 -71.00 USD/-66.00 EUR", Text(Compare([.. Movements[..2], dollars], Entries, [Claim])));
    }

    [Fact]
    public void Movements_of_an_unknown_kind_are_for_a_person() =>
        Assert.Equal("UnknownMovement unknown adj_1 -5.00 EUR/", Text(Compare([.. Movements, Movement("txn_9", MovementKind.Unknown, "adj_1", -5)], Entries, [Claim])));

    [Fact]
    public void A_refund_that_came_back_cancels_out()
    {
        var report = Compare(
            [.. Movements, Movement("txn_4", MovementKind.Refund, "re_2", -10), Movement("txn_5", MovementKind.Refund, "re_2", 10)], Entries, [Claim]);

        Assert.True(report.IsClean, string.Join(' ', report.Differences));
    }

    [Fact]
    public void A_movement_that_is_listed_twice_counts_once() => Assert.True(Compare([.. Movements, .. Movements], Entries, [Claim]).IsClean);

    [Fact]
    public void Orders_and_ledger_are_compared()
    {
        Assert.Equal("PaymentWithoutOrder capture ch_1 /100.00 EUR", Text(Compare(Movements, Entries, [])));
        Assert.Equal("OrderAmountDiffers capture  90.00 EUR/100.00 EUR", Text(Compare(Movements, Entries, [Claim with { Captured = Money.Eur(90) }])));
        Assert.Equal("OrderRefundDiffers refund  0.00 EUR/25.00 EUR", Text(Compare(Movements, Entries, [Claim with { Refunded = Money.Eur(0) }])));
        var unpaid = new OrderClaim(OrderId.New(TimeProvider.System), Money.Eur(7), Money.Eur(0), Now.AddDays(-2));
        Assert.Equal("OrderWithoutPayment capture  7.00 EUR/0.00 EUR", Text(Compare(Movements, Entries, [Claim, unpaid])));
    }

    [Fact]
    public void What_is_new_may_settle_by_itself_and_comes_last()
    {
        var fresh = Movement("txn_8", MovementKind.Refund, "re_8", -1) with { CreatedAt = Now.AddMinutes(-5) };

        var report = Compare([fresh, .. Movements[..2]], Entries, [Claim]);

        Assert.Equal([("tr_1", false), ("re_8", true)], report.Differences.Select(static difference => (difference.SourceId!, difference.MaySettle)));
    }

    [Fact]
    public void Whatever_is_missing_or_altered_the_list_explains_the_whole_difference_of_the_balance() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 5), 30).ToArbitrary(), damages =>
        {
            var movements = new List<BalanceMovement>();
            var entries = new List<LedgerEntry>();
            foreach (var (damage, index) in damages.Select(static (damage, index) => (damage, index)))
            {
                var (amount, source) = ((index * 7.13m) - 90, $"x_{index}");
                if (damage != 1)
                {
                    movements.Add(Movement($"txn_{index}", MovementKind.Transfer, source, damage == 2 ? amount + 0.01m : amount, damage == 3 ? 0.40m : 0));
                }

                if (damage != 4)
                {
                    entries.Add(Entry(LedgerEntryKind.Transfer, source, amount, LedgerAccountKind.MerchantAccount));
                }
            }

            var report = Compare(movements, entries, []);

            Assert.All(report.Totals, static total => Assert.True(total.Unexplained.IsZero, total.ToString()));
            Assert.Equal(damages.Count(static damage => damage is > 0 and < 5), report.Differences.Count);
        }).QuickCheckThrowOnFailure();

    private static ReconciliationReport Compare(BalanceMovement[] movements, LedgerEntry[] entries, OrderClaim[] orders) => Compare(movements.AsEnumerable(), entries, orders);

    private static ReconciliationReport Compare(IEnumerable<BalanceMovement> movements, IEnumerable<LedgerEntry> entries, OrderClaim[] orders) => Reconciler.Compare(new ReconciliationRequest
    {
        Account = "stripe", Movements = [.. movements], Entries = [.. entries], Orders = orders, AsOf = Now,
    });

    private static string Text(ReconciliationReport report)
    {
        Assert.All(report.Totals, static total => Assert.True(total.Unexplained.IsZero, total.ToString()));
        var difference = Assert.Single(report.Differences);
        return $"{difference.Kind} {difference.About} {difference.SourceId} {difference.Theirs}/{difference.Ours}";
    }

    private static BalanceMovement Movement(string id, MovementKind kind, string source, decimal amount, decimal fee = 0) => new()
    {
        Id = id, Type = kind.Value, Kind = kind, SourceId = source, Amount = Money.Eur(amount), Fee = Money.Eur(fee), Net = Money.Eur(amount - fee), CreatedAt = Now.AddDays(-1),
    };

    private static LedgerEntry Entry(LedgerEntryKind kind, string source, decimal amount, LedgerAccountKind other) => new()
    {
        Key = $"{kind}/{source}", Kind = kind, At = Now.AddDays(-1), SourceId = source, OrderId = Order, PaymentId = Payment,
        Lines = [new(new(LedgerAccountKind.GatewayBalance, "stripe"), Money.Eur(amount)), new(new(other), Money.Eur(-amount))],
    };
}
