using Commerce.Agents.Domain.Pricing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>What each type of promotion takes off (PRC-2 rule 1).</summary>
public sealed class PromotionRulesTests
{
    [Fact]
    public void Fixed_discount_is_split_by_value_to_the_cent()
    {
        var result = Apply(Cart(Line("A", 29.90m, 2), Line("B", 49.99m)), Terms("TEN-OFF", PromotionType.FixedAmount, null, 10m));

        Assert.Equal([5.45m, 4.55m], result.Discounts());
        Assert.Equal(10m, result.Discount.Amount);
    }

    [Fact]
    public void Fixed_discount_on_equal_lines_gives_the_first_sku_the_odd_cent_whatever_the_order_of_lines()
    {
        var result = Apply(Cart(Line("C", 20m), Line("A", 20m), Line("B", 20m)), Terms("TEN-OFF", PromotionType.FixedAmount, null, 10m));

        Assert.Equal([3.33m, 3.34m, 3.33m], result.Discounts());
    }

    [Theory]
    [InlineData(0.10, null, 10.98)]
    [InlineData(0.15, null, 16.47)]
    [InlineData(0.15, 12.00, 12.00)]
    [InlineData(1.00, null, 109.79)]
    public void Percentage_is_taken_of_the_goods_and_capped(double rate, double? most, double discount)
    {
        var terms = Terms("SPRING", rate: (decimal)rate) with { MaxDiscount = most is { } cap ? Money.Eur((decimal)cap) : null };

        var result = Apply(Cart(Line("A", 29.90m, 2), Line("B", 49.99m)), terms);

        Assert.Equal((decimal)discount, result.Discount.Amount);
        Assert.Equal((decimal)discount, result.Discounts().Sum());
    }

    [Fact]
    public void Percentage_leaves_goods_alone_that_it_is_not_for()
    {
        var terms = Terms("LAMPS") with { Skus = [new Sku("A")], Categories = ["Lamps"], ExcludedSkus = [new Sku("D")], ExcludedCategories = ["outlet"] };

        var result = Apply(Cart(Line("A", 10m), Line("B", 10m, 1, "lamps"), Line("C", 10m), Line("D", 10m, 1, "lamps"), Line("E", 10m, 1, "lamps", "outlet")), terms);

        Assert.Equal([1m, 1m, 0m, 0m, 0m], result.Discounts());
    }

    [Fact]
    public void Fixed_discount_is_never_more_than_the_goods_it_is_for()
    {
        var result = Apply(Cart(Line("A", 10m), Line("B", 90m)), Terms("FIFTY", PromotionType.FixedAmount, null, 50m) with { Skus = [new Sku("A")] });

        Assert.Equal([10m, 0m], result.Discounts());
    }

    [Theory]
    [InlineData(1, 1, null, 2, 1, 8.00)]
    [InlineData(1, 1, 0.5, 2, 1, 4.00)]
    [InlineData(2, 1, null, 2, 1, 8.00)]
    [InlineData(2, 1, null, 3, 3, 16.00)]
    [InlineData(3, 2, null, 6, 4, 32.00)]
    public void Bogo_gives_the_cheapest_units(int buy, int get, double? rate, int lamps, int bulbs, double discount)
    {
        var terms = Terms("BOGO", PromotionType.Bogo, (decimal?)rate) with { BuyQuantity = buy, GetQuantity = get };

        var result = Apply(Cart(Line("LAMP", 30m, lamps), Line("BULB", 8m, bulbs)), terms);

        Assert.Equal([0m, (decimal)discount], result.Discounts());
    }

    [Fact]
    public void Bogo_goes_on_with_the_next_cheapest_when_the_cheapest_are_used_up()
    {
        var result = Apply(Cart(Line("LAMP", 30m, 3), Line("BULB", 8m, 1)), Terms("BOGO", PromotionType.Bogo, null));

        Assert.Equal([30m, 8m], result.Discounts());
    }

    [Fact]
    public void Bogo_says_how_many_units_are_missing_and_counts_no_gifts()
    {
        var result = Apply(Cart(Line("LAMP", 30m, 2), Line("GIFT", 0m, 5)), Terms("BOGO", PromotionType.Bogo, null) with { BuyQuantity = 2 });

        Assert.Equal("BuyQuantity", Assert.Single(result.Refused).Refusal.Field);
        Assert.EndsWith("add 1.", result.Refused[0].Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, 5.00)]
    [InlineData(2, 4, 10.00)]
    [InlineData(5, 5, 10.00)]
    public void Bundle_is_sold_at_its_price_as_often_as_its_parts_are_there(int lamps, int bulbs, double discount)
    {
        var terms = Terms("BUNDLE", PromotionType.Bundle, null, 41m) with { Parts = new Dictionary<Sku, int> { [new Sku("LAMP")] = 1, [new Sku("BULB")] = 2 } };

        var result = Apply(Cart(Line("LAMP", 30m, lamps), Line("BULB", 8m, bulbs), Line("VASE", 50m)), terms);

        Assert.Equal((decimal)discount, result.Discount.Amount);
        Assert.Equal(0m, result.Discounts()[2]);
    }

    [Theory]
    [InlineData(1, 41, "Parts")]
    [InlineData(2, 46, "Type")]
    public void Bundle_says_which_part_is_missing_and_never_makes_goods_dearer(int bulbs, int price, string field)
    {
        var terms = Terms("BUNDLE", PromotionType.Bundle, null, price) with { Parts = new Dictionary<Sku, int> { [new Sku("LAMP")] = 1, [new Sku("BULB")] = 2 } };

        var result = Apply(Cart(Line("LAMP", 30m), Line("BULB", 8m, bulbs)), terms);

        Assert.Empty(result.Applied);
        Assert.Equal(field, Assert.Single(result.Refused).Refusal.Field);
    }

    [Theory]
    [InlineData(null, 5.99)]
    [InlineData(4.00, 4.00)]
    public void Free_shipping_is_the_real_price_of_the_cheapest_standard_service(double? most, double discount)
    {
        var result = Apply(
            Cart(Line("A", 10m)), Terms("SHIPFREE", PromotionType.FreeShipping, null) with { MaxDiscount = most is { } cap ? Money.Eur((decimal)cap) : null });

        Assert.Equal((0m, (decimal)discount), (result.Discount.Amount, result.ShippingDiscount.Amount));
    }

    [Fact]
    public void Free_shipping_needs_a_price_of_shipping()
    {
        var result = Apply(Cart(Line("A", 10m)) with { Shipping = null }, Terms("SHIPFREE", PromotionType.FreeShipping, null));

        Assert.Equal("Shipping", Assert.Single(result.Refused).Refusal.Field);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(81.01, true)]
    [InlineData(81.00, false)]
    public void Discount_below_the_margin_floor_is_warned_of_and_given(decimal cost, bool isWarned)
    {
        var line = Line("A", cost == 60 ? 65m : 100m) with { UnitCost = Money.Eur(cost) };

        var result = Apply(Cart(line, Line("B", 5m)), Terms("SPRING"));

        Assert.Equal(isWarned, result.Warnings.Any(warning => warning.Sku.Value == "A"));
        Assert.Equal(line.UnitPrice.Amount / 10, result.Discounts()[0]);
    }

    [Fact]
    public void Reason_is_one_sentence_with_every_part()
    {
        var result = Apply(
            Cart(Line("A", 100m)), Terms("SPRING") with { IsStackable = true }, Terms("SHIP", PromotionType.FreeShipping, null) with { IsAutomatic = true, IsStackable = true });

        Assert.Equal("SPRING takes 10.00 EUR off the goods, SHIP takes 5.99 EUR off the shipping.", result.Reason);
    }

    [Fact]
    public void Cart_that_cannot_be_read_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Apply(Cart()));
        Assert.Throws<ArgumentException>(() => Apply(Cart(Line("A", 1m), Line("A", 1m))));
        Assert.Throws<ArgumentException>(() => Apply(Cart(Line("A", 1m, 0))));
        Assert.Throws<ArgumentException>(() => Apply(Cart(Line("A", 1m), Line("B", 1m) with { UnitPrice = new Money(1, Currency.Usd) })));
        Assert.Throws<ArgumentException>(() => Apply(Cart(Line("A", 1m)) with { Shipping = Money.Eur(-1) }));
    }
}
