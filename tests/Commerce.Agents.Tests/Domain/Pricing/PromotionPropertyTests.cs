using Commerce.Agents.Domain.Pricing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Commerce.Agents.Tests.Domain.Pricing.Promotions;

namespace Commerce.Agents.Tests.Domain.Pricing;

/// <summary>Whatever is in the cart and whatever was promised.</summary>
public sealed class PromotionPropertyTests
{
    private static readonly Gen<CartLine> AnyLine =
        from number in Gen.Choose(1, 40)
        from cents in Gen.Choose(0, 20_000)
        from quantity in Gen.Choose(1, 7)
        from cost in Gen.Choose(0, 20_000)
        select Line($"S{number}", cents / 100m, quantity, $"c{number % 3}") with { UnitCost = Money.Eur(cost / 100m) };

    private static readonly Gen<PromotionTerms> AnyTerms =
        from number in Gen.Choose(1, 99)
        from type in Gen.Elements(Enum.GetValues<PromotionType>())
        from percent in Gen.Choose(1, 100)
        from cents in Gen.Choose(1, 30_000)
        from quantities in Gen.Choose(1, 3).Two()
        from flags in Gen.Choose(0, 31)
        select new PromotionTerms
        {
            Code = $"CODE{number}",
            Type = type,
            IsAutomatic = (flags & 1) > 0,
            IsStackable = (flags & 2) > 0,
            Rate = percent / 100m,
            Amount = Money.Eur(cents / 100m),
            MaxDiscount = (flags & 4) > 0 ? Money.Eur(cents / 150m) : null,
            BuyQuantity = quantities.Item1,
            GetQuantity = quantities.Item2,
            Parts = new Dictionary<Sku, int> { [new Sku($"S{1 + (number % 40)}")] = quantities.Item1, [new Sku($"S{1 + (cents % 40)}")] = quantities.Item2 },
            Categories = (flags & 8) > 0 ? [$"c{number % 3}"] : [],
            ExcludedCategories = (flags & 16) > 0 ? [$"c{cents % 3}"] : [],
        };

    private static readonly Gen<(Cart Cart, List<Promotion> Promotions)> AnyOffer =
        from lines in AnyLine.NonEmptyListOf()
        from many in AnyTerms.ListOf(6)
        let terms = many.DistinctBy(one => one.Code).ToList()
        from shipping in Gen.Choose(0, 1_500)
        select (
            new Cart
            {
                Lines = [.. lines.DistinctBy(line => line.Sku)],
                Codes = [.. terms.Where(one => !one.IsAutomatic).Select(one => one.Code)],
                Shipping = Money.Eur(shipping / 100m),
            },
            terms.ConvertAll(one => Active(one)));

    [Fact]
    public void Discounts_are_whole_cents_within_each_line_and_shipping() => Check(
        (cart, _, result) => result.Lines.All(line => line.Discount.Amount >= 0 && line.Discount <= line.Goods && line.Discount == line.Discount.Round())
            && result.ShippingDiscount.Amount >= 0 && result.ShippingDiscount <= cart.Shipping
            && result.Discount.Amount <= result.Lines.Sum(line => line.Goods.Amount));

    [Fact]
    public void Parts_add_up_to_the_whole() => Check(
        (_, _, result) => result.Lines.Sum(line => line.Discount.Amount) == result.Discount.Amount
            && result.Applied.Sum(applied => applied.Goods.Amount) == result.Discount.Amount
            && result.Applied.Sum(applied => applied.Shipping.Amount) == result.ShippingDiscount.Amount
            && result.Applied.All(applied => applied.Goods.Amount + applied.Shipping.Amount > 0));

    [Fact]
    public void Order_of_lines_and_promotions_changes_nothing() => Check((cart, promotions, result) =>
    {
        var turned = PromotionRules.Apply(cart with { Lines = [.. cart.Lines.Reverse()] }, [.. Enumerable.Reverse(promotions)], Facts());

        return turned.Lines.OrderBy(line => line.Sku).SequenceEqual(result.Lines.OrderBy(line => line.Sku))
            && turned.Applied.SequenceEqual(result.Applied)
            && turned.Refused.SequenceEqual(result.Refused)
            && turned.Warnings.SequenceEqual(result.Warnings)
            && turned.Reason == result.Reason;
    });

    [Fact]
    public void Every_promotion_applies_or_says_why_not_and_one_code_at_most_is_used() => Check((_, promotions, result) =>
    {
        var told = result.Applied.Select(applied => applied.Code).Concat(result.Refused.Select(refused => refused.Code)).ToList();
        return told.Order().SequenceEqual(promotions.Select(promotion => promotion.Code).Order())
            && result.Applied.Count(applied => promotions.Exists(promotion => promotion.Code == applied.Code && !promotion.IsAutomatic)) <= 1
            && (result.Applied.Count < 2 || result.Applied.All(applied => promotions.Exists(promotion => promotion.Code == applied.Code && promotion.Terms.IsStackable)));
    });

    [Fact]
    public void Caps_hold_for_each_promotion() => Check((_, promotions, result) => result.Applied.All(applied =>
        promotions.Single(promotion => promotion.Code == applied.Code).Terms.MaxDiscount is not { } most
        || applied.Goods.Amount + applied.Shipping.Amount <= most.Round().Amount));

    private static void Check(Func<Cart, List<Promotion>, PromotionResult, bool> holds) => Prop.ForAll(
        AnyOffer.ToArbitrary(),
        offer => holds(offer.Cart, offer.Promotions, PromotionRules.Apply(offer.Cart, offer.Promotions, Facts()))).QuickCheckThrowOnFailure();
}
