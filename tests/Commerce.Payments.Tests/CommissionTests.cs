using Commerce.Payments.Commissions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Payments.Tests;

public sealed class CommissionTests
{
    private static readonly DateOnly Day = new(2026, 11, 28);

    [Theory]
    [InlineData("2499.00", null, "374.85", "62.48", "2061.67")]
    [InlineData("2499.00", "Computers", "299.88", "62.48", "2136.64")]
    [InlineData("279.00", "Accessories", "55.80", "6.98", "216.22")]
    [InlineData("279.00", "accessories", "55.80", "6.98", "216.22")]
    public void Money_between_parties_is_that_of_the_golden_numbers(string price, string? category, string commission, string fee, string net)
    {
        var line = Assert.Single(Compute(CommissionSchedule.Sample, Line(price, category)).Lines);

        Assert.Equal((Eur(commission), Eur(fee), Eur(net)), (line.Commission, line.Fees, line.Net));
    }

    [Theory]
    [InlineData("100", "3.20")]
    [InlineData("2499", "72.77")]
    public void Processing_is_estimated_by_rate_and_fixed_part(string amount, string fee) => Assert.Equal(Eur(fee), ProcessingFee.Cards.Of(Eur(amount)));

    [Theory]
    [InlineData(1_000, "15.00")]
    [InlineData(1_001, "12.00")]
    public void Large_merchants_pay_less_where_no_category_rate_holds(int monthlyOrders, string commission) =>
        Assert.Equal(Eur(commission), CommissionCalculator.Compute(CommissionSchedule.Sample, [Line("100.00", null)], Day, monthlyOrders).Value.Commission);

    [Fact]
    public void A_subcategory_wins_over_its_category_and_that_over_the_rest()
    {
        var schedule = CommissionSchedule.Sample with
        {
            Categories = [new("Computers", new() { Rate = 0.12m }), new("Computers/Laptops", new() { Rate = 0.10m }), new("Computers/Laptops", new() { Rate = 0.01m, Until = Day.AddDays(-1) })],
        };

        Assert.Equal(
            [0.10m, 0.12m, 0.12m, 0.15m],
            new[] { ("Computers", "Laptops"), ("Computers", "Mice"), ("Computers", null), (null, (string?)null) }
                .Select(place => schedule.RateOf(place.Item1, place.Item2, 0, Day).Rate));
    }

    [Theory]
    [InlineData("10.00", "3.00")]
    [InlineData("100.00", "10.50")]
    [InlineData("500.00", "40.00")]
    [InlineData("2.00", "2.00")]
    public void Fixed_fee_minimum_and_maximum_hold_and_a_line_never_pays_more_than_itself(string price, string commission)
    {
        var schedule = new CommissionSchedule
        {
            Default = new() { Rate = 0.10m, FixedFee = Eur("0.50"), Minimum = Eur("3.00"), Maximum = Eur("40.00") },
        };

        Assert.Equal(Eur(commission), Compute(schedule, Line(price, null)).Commission);
    }

    [Fact]
    public void Commission_is_on_goods_without_tax_and_shipping_and_tax_is_added_to_it()
    {
        var schedule = new CommissionSchedule { Default = new() { Rate = 0.15m }, TaxRate = 0.20m };

        var statement = Compute(schedule, new SaleLine { Id = "1", Captured = Eur("120.00"), Goods = Eur("100.00"), Shipping = Eur("5.99") });

        Assert.Equal((Eur("125.99"), Eur("15.00"), Eur("3.00"), Eur("107.99")), (statement.Gross, statement.Commission, statement.Tax, statement.Net));
    }

    [Fact]
    public void An_order_fee_is_spread_to_the_cent()
    {
        var schedule = new CommissionSchedule { Default = new() { Rate = 0m }, OrderFee = Eur("1.00") };

        var statement = Compute(schedule, Line("10.00", null), Line("10.00", null) with { Id = "2" }, Line("10.00", null) with { Id = "3" });

        Assert.Equal(["0.34 EUR", "0.33 EUR", "0.33 EUR"], statement.Lines.Select(line => line.Fees.ToString()));
    }

    [Fact]
    public void Listings_are_charged_by_the_month() => Assert.Equal(Eur("7.00"), CommissionCalculator.ListingFees(CommissionSchedule.Sample, 20));

    [Theory]
    [InlineData("-1.00 EUR")]
    [InlineData("1.005 EUR")]
    [InlineData("1.00 USD")]
    public void Bad_lines_are_refused_by_name(string amount)
    {
        var outcome = CommissionCalculator.Compute(
            CommissionSchedule.Sample, [Line("1.00", null), Line("1.00", null) with { Id = "bad", Goods = Money.Parse(amount) }], Day);

        Assert.Equal((RefusalCode.Validation, "Lines[bad]"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
    }

    [Fact]
    public void A_schedule_in_another_currency_is_refused() => Assert.Equal(
        "Schedule", CommissionCalculator.Compute(CommissionSchedule.Sample with { OrderFee = Money.Parse("1 USD") }, [Line("1.00", null)], Day).Refusal?.Field);

    [Fact]
    public void A_refund_gives_the_commission_back_and_keeps_the_fee()
    {
        var line = Compute(CommissionSchedule.Sample with { TaxRate = 0.2m }, Line("100.00", null)).Lines[0];

        var half = CommissionCalculator.Return(CommissionSchedule.Sample, line, Eur("0"), Eur("50.00")).Value;

        Assert.Equal((Eur("7.50"), Eur("0"), Eur("1.50"), Eur("41.00")), (half.Commission, half.Fees, half.Tax, half.Net));
    }

    [Fact]
    public void More_than_is_left_of_a_line_is_refused() => Assert.Equal(
        RefusalCode.AmountExceeded,
        CommissionCalculator.Return(CommissionSchedule.Sample, Compute(CommissionSchedule.Sample, Line("100.00", null)).Lines[0], Eur("60.00"), Eur("40.01")).Refusal?.Code);

    [Fact]
    public void Whatever_is_sold_every_cent_is_somebodys() => Prop.ForAll(Sales(), sale =>
    {
        var statement = Compute(Schedule(sale.Rates), [.. sale.Prices.Select((cents, index) => new SaleLine
        {
            Id = $"{index}", Captured = Cents(cents), Goods = Cents(cents * 5 / 6), Shipping = Cents(cents % 700),
        })]);

        Assert.Equal(statement.Gross, statement.Commission + statement.Fees + statement.Tax + statement.Net);
        Assert.All(statement.Lines, static line => Assert.True(line.Commission.Amount >= 0 && line.Commission <= line.Captured));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_refunded_in_whatever_parts_the_whole_comes_back_and_never_more() => Prop.ForAll(Sales(), sale =>
    {
        var schedule = Schedule(sale.Rates) with { ReturnsFees = true };
        var line = Compute(schedule, new SaleLine { Id = "1", Captured = Cents(sale.Prices[0]), Goods = Cents(sale.Prices[0]), Shipping = Cents(499) }).Lines[0];
        var (before, commission, fees, tax, net) = (Eur("0"), Eur("0"), Eur("0"), Eur("0"), Eur("0"));

        for (var part = 0; before < line.Gross; part++)
        {
            var left = line.Gross - before;
            var asked = Cents(1 + (sale.Prices[part % sale.Prices.Length] / 3));
            var back = CommissionCalculator.Return(schedule, line, before, asked < left ? asked : left).Value;
            Assert.True(back.Commission.Amount >= 0 && back.Fees.Amount >= 0 && back.Tax.Amount >= 0);
            (before, commission, fees, tax, net) = (before + back.Refund, commission + back.Commission, fees + back.Fees, tax + back.Tax, net + back.Net);
        }

        Assert.Equal((line.Commission, line.Fees, line.CommissionTax + line.FeesTax, line.Net), (commission, fees, tax, net));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int[] Prices, int[] Rates)> Sales() =>
        (from prices in Gen.ArrayOf(Gen.Choose(1, 500_000)).Where(static prices => prices.Length is > 0 and < 20)
         from rates in Gen.ArrayOf(Gen.Choose(0, 1_000), 4)
         select (prices, rates)).ToArbitrary();

    private static CommissionSchedule Schedule(int[] rates) => new()
    {
        Default = new() { Rate = rates[0] / 2_000m, FixedFee = Cents(rates[1] / 10), Minimum = Cents(rates[2] / 5) },
        TransactionFeeRate = rates[3] / 10_000m,
        OrderFee = Cents(rates[1]),
        TaxRate = 0.2m,
    };

    private static CommissionStatement Compute(CommissionSchedule schedule, params SaleLine[] lines) => CommissionCalculator.Compute(schedule, lines, Day).Value;

    private static SaleLine Line(string price, string? category) => new() { Id = "1", Captured = Eur(price), Goods = Eur(price), Category = category };

    private static Money Eur(string amount) => Money.Parse(amount + " EUR");

    private static Money Cents(int cents) => Money.FromMinorUnits(cents, Currency.Eur);
}
