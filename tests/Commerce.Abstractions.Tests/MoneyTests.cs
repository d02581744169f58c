using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<Money> AnyEuros =
        Gen.Choose(-10_000_000, 10_000_000).Select(cents => new Money(cents / 100m, Currency.Eur));

    [Theory]
    [InlineData(1.005, "1.01 EUR")]
    [InlineData(-1.005, "-1.01 EUR")]
    [InlineData(2.675, "2.68 EUR")]
    [InlineData(12.9, "12.90 EUR")]
    public void Rounds_half_away_from_zero(double amount, string expected) =>
        Assert.Equal(expected, Money.Eur((decimal)amount).Round().ToString());

    [Theory]
    [InlineData("JPY", "1235 JPY")]
    [InlineData("EUR", "1234.50 EUR")]
    [InlineData("KWD", "1234.500 KWD")]
    public void Rounds_to_the_decimals_of_the_currency(string currency, string expected) =>
        Assert.Equal(expected, new Money(1234.5m, Currency.Parse(currency)).Round().ToString());

    [Fact]
    public void Never_mixes_currencies()
    {
        var euros = Money.Eur(1);
        var dollars = new Money(1, Currency.Usd);

        Assert.Throws<InvalidOperationException>(() => euros + dollars);
        Assert.Throws<InvalidOperationException>(() => euros - dollars);
        Assert.Throws<InvalidOperationException>(() => euros < dollars);
        Assert.NotEqual(euros, dollars);
    }

    [Fact]
    public void Refuses_an_amount_without_currency() =>
        Assert.Equal("currency", Assert.Throws<ArgumentException>(() => new Money(1, default)).ParamName);

    [Fact]
    public void Splits_a_discount_over_lines_as_the_golden_vectors_say()
    {
        Assert.Equal([Money.Eur(5.45m), Money.Eur(4.55m)], Money.Eur(10).Allocate([59.80m, 49.99m]));
        Assert.Equal([Money.Eur(3.34m), Money.Eur(3.33m), Money.Eur(3.33m)], Money.Eur(10).Allocate([1, 1, 1]));
    }

    [Fact]
    public void Allocated_parts_add_up_and_stay_within_one_cent_of_their_share()
    {
        var weights = Gen.NonEmptyListOf(Gen.Choose(0, 100_000).Select(value => value / 100m))
            .Where(list => list.Any(weight => weight > 0));
        Prop.ForAll(Arb.From(AnyEuros), Arb.From(weights), (total, shares) =>
        {
            var parts = total.Allocate([.. shares]);
            var sum = shares.Sum();
            return parts.Aggregate(Money.Eur(0), (left, right) => left + right) == total
                && parts.Zip(shares).All(pair => Math.Abs(pair.First.Amount - (total.Amount * pair.Second / sum)) < 0.01m + 0.0000001m)
                && parts.Zip(shares).All(pair => pair.Second > 0 || pair.First.IsZero);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Refuses_to_allocate_by_nothing()
    {
        Assert.Throws<ArgumentException>(() => Money.Eur(1).Allocate([]));
        Assert.Throws<ArgumentException>(() => Money.Eur(1).Allocate([0, 0]));
        Assert.Throws<ArgumentException>(() => Money.Eur(1).Allocate([2, -1]));
    }

    [Fact]
    public void Text_reads_back_as_the_same_amount_in_any_culture()
    {
        var currencies = Gen.Elements("EUR", "JPY", "KWD", "USD");
        var amounts = Gen.Choose(int.MinValue, int.MaxValue).Select(value => value / 10_000m);
        Prop.ForAll(Arb.From(amounts), Arb.From(currencies), (amount, currency) =>
        {
            var money = new Money(amount, Currency.Parse(currency));
            return Money.Parse(money.ToString(), CultureInfo.InvariantCulture) == money;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12,90 EUR")]
    [InlineData("12.90EUR")]
    [InlineData("12.90 EURO")]
    [InlineData("EUR 12.90")]
    [InlineData("1e3 EUR")]
    public void Refuses_other_forms(string text)
    {
        Assert.False(Money.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => Money.Parse(text));
    }

    [Fact]
    public void Minor_units_read_back_for_every_number_of_decimals()
    {
        var currencies = Gen.Elements("EUR", "JPY", "KWD", "CLF");
        Prop.ForAll(Arb.From(Gen.Choose(int.MinValue, int.MaxValue)), Arb.From(currencies), (units, currency) =>
            Money.FromMinorUnits(units, Currency.Parse(currency)).ToMinorUnits() == units).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_vendor_may_count_other_decimals()
    {
        Assert.Equal(500, new Money(5, Currency.Parse("ISK")).ToMinorUnits(exponent: 2));
        Assert.Equal(new Money(5, Currency.Parse("ISK")), Money.FromMinorUnits(500, Currency.Parse("ISK"), exponent: 2));
        Assert.Throws<InvalidOperationException>(() => Money.Eur(1.005m).ToMinorUnits());
    }
}
