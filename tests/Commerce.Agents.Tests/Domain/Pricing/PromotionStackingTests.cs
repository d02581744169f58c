using Commerce.Agents.Domain.Pricing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>What combines, and in which order (PRC-2 rule 3).</summary>
public sealed class PromotionStackingTests
{
    private static readonly PromotionTerms Code = Terms("SPRING") with { IsStackable = true };
    private static readonly PromotionTerms Automatic = Terms("AUTO", PromotionType.FixedAmount, null, 20m) with { IsAutomatic = true, IsStackable = true };

    [Theory]
    [InlineData(true, true, 28.00)]
    [InlineData(true, false, 20.00)]
    [InlineData(false, true, 20.00)]
    [InlineData(false, false, 20.00)]
    public void Automatic_promotion_combines_with_a_code_only_when_both_are_stackable(bool codeStacks, bool automaticStacks, double discount)
    {
        var result = Apply(Cart(Line("A", 100m)), Code with { IsStackable = codeStacks }, Automatic with { IsStackable = automaticStacks });

        Assert.Equal((decimal)discount, result.Discount.Amount);
        Assert.Equal(codeStacks && automaticStacks ? [] : ["IsStackable"], result.Refused.Select(refused => refused.Refusal.Field));
    }

    [Fact]
    public void At_equal_savings_the_buyers_code_is_taken()
    {
        var result = Apply(
            Cart(Line("A", 100m)), Automatic with { Amount = Money.Eur(10m), IsStackable = false }, Code with { IsStackable = false });

        Assert.Equal("SPRING", Assert.Single(result.Applied).Code);
        Assert.Equal("AUTO", Assert.Single(result.Refused).Code);
    }

    [Fact]
    public void An_order_uses_one_code_and_says_so_of_the_others()
    {
        var result = Apply(Cart(Line("A", 100m)), Code, Code with { Code = "SUMMER" });

        Assert.Equal("SPRING", Assert.Single(result.Applied).Code);
        var refused = Assert.Single(result.Refused);
        Assert.Equal(("SUMMER", "Codes[1]"), (refused.Code, refused.Refusal.Field));
    }

    [Fact]
    public void A_code_that_does_not_apply_leaves_room_for_the_next_one_and_the_same_code_twice_is_one()
    {
        var terms = new[] { Code with { Code = "WINTER", TotalLimit = 1 }, Code };

        var result = PromotionRules.Apply(
            Cart(Line("A", 100m)) with { Codes = ["winter", "spring", " SPRING "] }, [Active(terms[0], uses: 1), Active(terms[1])], Facts());

        Assert.Equal("SPRING", Assert.Single(result.Applied).Code);
        Assert.Equal("WINTER", Assert.Single(result.Refused).Code);
    }

    [Fact]
    public void More_codes_combine_when_the_shop_allows_it()
    {
        var options = new PromotionOptions { MaxCodes = 2 };
        var cart = Cart(Line("A", 100m)) with { Codes = ["SPRING", "SUMMER"] };

        var result = PromotionRules.Apply(cart, [Active(Code), Active(Code with { Code = "SUMMER" })], Facts(), options);

        Assert.Equal(19m, result.Discount.Amount);
    }

    [Fact]
    public void Items_come_before_the_cart_and_the_cart_before_shipping()
    {
        var result = Apply(
            Cart(Line("A", 100m), Line("B", 100m)),
            Terms("A-CART") with { IsAutomatic = true, IsStackable = true },
            Terms("B-SHIP", PromotionType.FreeShipping, null) with { IsAutomatic = true, IsStackable = true },
            Terms("C-ITEM", rate: 0.5m) with { IsAutomatic = true, IsStackable = true, Skus = [new Sku("A")] });

        Assert.Equal(["C-ITEM", "A-CART", "B-SHIP"], result.Applied.Select(applied => applied.Code));
        Assert.Equal([50m, 15m, 0m], result.Applied.Select(applied => applied.Goods.Amount));
        Assert.Equal([55m, 10m], result.Discounts());
        Assert.Equal(5.99m, result.ShippingDiscount.Amount);
    }

    [Fact]
    public void All_together_never_take_off_more_than_the_goods_and_one_for_which_nothing_is_left_says_so()
    {
        var result = Apply(
            Cart(Line("A", 30m)), Automatic, Automatic with { Code = "AUTO-2" }, Automatic with { Code = "AUTO-3" });

        Assert.Equal([20m, 10m], result.Applied.Select(applied => applied.Goods.Amount));
        Assert.Equal(30m, result.Discount.Amount);
        Assert.Equal(("AUTO-3", "Type"), (result.Refused[0].Code, result.Refused[0].Refusal.Field));
    }
}
