using Commerce.Agents.Domain.Pricing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>When a promotion applies (PRC-2 rule 2).</summary>
public sealed class PromotionConditionTests
{
    private static readonly PromotionTerms Spring = Terms("SPRING");

    public static TheoryData<string, RefusalCode, Promotion> Refused => new()
    {
        { "Status", RefusalCode.PolicyViolation, Active(Spring, status: PromotionStatus.Draft) },
        { "Status", RefusalCode.PolicyViolation, Active(Spring, status: PromotionStatus.Scheduled) },
        { "Status", RefusalCode.PolicyViolation, Active(Spring, status: PromotionStatus.Paused) },
        { "TotalLimit", RefusalCode.PolicyViolation, Active(Spring, status: PromotionStatus.Exhausted) },
        { "EndsAt", RefusalCode.WindowExpired, Active(Spring, status: PromotionStatus.Expired) },
        { "StartsAt", RefusalCode.PolicyViolation, Active(Spring with { StartsAt = Now.AddTicks(1) }) },
        { "EndsAt", RefusalCode.WindowExpired, Active(Spring with { EndsAt = Now }) },
        { "TotalLimit", RefusalCode.PolicyViolation, Active(Spring with { TotalLimit = 3 }, uses: 3) },
        { "CustomerLimit", RefusalCode.PolicyViolation, Active(Spring with { CustomerLimit = 2 }) },
        { "Segments", RefusalCode.PolicyViolation, Active(Spring with { Segments = ["vip"], CustomerLimit = 0 }) },
        { "Tiers", RefusalCode.PolicyViolation, Active(Spring with { Tiers = ["gold"], CustomerLimit = 0 }) },
        { "IsFirstOrderOnly", RefusalCode.PolicyViolation, Active(Spring with { IsFirstOrderOnly = true, CustomerLimit = 0 }) },
        { "Channels", RefusalCode.PolicyViolation, Active(Spring with { Channels = ["bricomarkt"], CustomerLimit = 0 }) },
        { "Amount", RefusalCode.PolicyViolation, Active(Spring with { MaxDiscount = new Money(5, Currency.Usd), CustomerLimit = 0 }) },
        { "MinimumPurchase", RefusalCode.PolicyViolation, Active(Spring with { MinimumPurchase = Money.Eur(100.01m), CustomerLimit = 0 }) },
        { "Skus", RefusalCode.PolicyViolation, Active(Spring with { Skus = [new Sku("VASE")], CustomerLimit = 0 }) },
        { "Skus", RefusalCode.PolicyViolation, Active(Spring with { Categories = ["vases"], CustomerLimit = 0 }) },
        { "ExcludedSkus", RefusalCode.PolicyViolation, Active(Spring with { ExcludedSkus = [new Sku("LAMP")], CustomerLimit = 0 }) },
        { "ExcludedSkus", RefusalCode.PolicyViolation, Active(Spring with { ExcludedCategories = ["lamps"], CustomerLimit = 0 }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Promotion_that_does_not_apply_says_why_and_names_the_condition(string field, RefusalCode code, Promotion promotion)
    {
        var cart = Cart(Line("LAMP", 100m, 1, "lamps")) with { Codes = ["spring"] };

        var result = PromotionRules.Apply(cart, [promotion], Facts(new Buyer { Customer = "zoe", Segments = ["new"], Tier = "silver" }, "SPRING", 2));

        var refusal = Assert.Single(result.Refused).Refusal;
        Assert.Equal((field, code), (refusal.Field, refusal.Code));
        Assert.Empty(result.Applied);
        Assert.Equal(0m, result.Discount.Amount);
    }

    [Fact]
    public void Promotion_applies_at_the_very_edge_of_every_condition()
    {
        var terms = Spring with
        {
            StartsAt = Now,
            EndsAt = Now.AddTicks(1),
            TotalLimit = 3,
            CustomerLimit = 2,
            Segments = ["vip", "NEW"],
            Tiers = ["gold", "Silver"],
            IsFirstOrderOnly = true,
            Channels = ["shop"],
            MinimumPurchase = Money.Eur(100m),
            Skus = [new Sku("LAMP")],
        };
        var buyer = new Buyer { Customer = "zoe", Segments = ["new"], Tier = "silver", IsFirstOrder = true };

        var result = PromotionRules.Apply(Cart(Line("LAMP", 100m)) with { Codes = ["SPRING"] }, [Active(terms, uses: 2)], Facts(buyer, "SPRING", 1));

        Assert.Equal(10m, result.Discount.Amount);
        Assert.Empty(result.Refused);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void One_customer_uses_a_promotion_once_unless_told_otherwise(int uses, bool applies)
    {
        var result = PromotionRules.Apply(Cart(Line("LAMP", 100m)) with { Codes = ["SPRING"] }, [Active(Spring)], Facts(null, "SPRING", uses));

        Assert.Equal(applies, result.Applied.Count == 1);
    }

    [Theory]
    [InlineData("summer", "SUMMER")]
    [InlineData("zoe@example.com", "-")]
    [InlineData("", "-")]
    public void Unknown_code_is_told_and_what_is_no_code_is_not_passed_on(string text, string code)
    {
        var result = PromotionRules.Apply(Cart(Line("LAMP", 100m)) with { Codes = [text] }, [Active(Spring)], Facts());

        var refused = Assert.Single(result.Refused);
        Assert.Equal((code, RefusalCode.NotFound, "Codes[0]"), (refused.Code, refused.Refusal.Code, refused.Refusal.Field));
    }

    [Fact]
    public void Code_of_an_automatic_promotion_cannot_be_typed_and_codes_that_were_not_typed_do_not_apply()
    {
        var automatic = Active(Terms("AUTO") with { IsAutomatic = true, MinimumPurchase = Money.Eur(500m) });

        var result = PromotionRules.Apply(Cart(Line("LAMP", 100m)) with { Codes = ["AUTO"] }, [automatic, Active(Spring)], Facts());

        Assert.Empty(result.Applied);
        Assert.Equal(["MinimumPurchase", "Codes[0]"], result.Refused.Select(refused => refused.Refusal.Field));
    }
}
