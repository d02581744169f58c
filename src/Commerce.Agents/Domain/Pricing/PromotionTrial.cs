namespace Commerce.Agents.Domain.Pricing;

/// <summary>Promotions applied one after the other, each to what the ones before it left: single items first, then the cart, then shipping.</summary>
internal sealed class PromotionTrial
{
    private readonly IReadOnlyList<CartLine> _lines;
    private readonly Money[] _left;
    private readonly Money _zero;
    private Money _shipping;

    /// <summary>Applies promotions.</summary>
    /// <param name="lines">The lines in an order that does not depend on the caller's: it decides who gets an odd cent.</param>
    /// <param name="shipping">The price of the cheapest standard service.</param>
    /// <param name="promotions">The promotions; none is checked any more.</param>
    internal PromotionTrial(IReadOnlyList<CartLine> lines, Money? shipping, IEnumerable<Promotion> promotions)
    {
        _lines = lines;
        _zero = Money.Zero(lines[0].UnitPrice.Currency);
        _left = [.. lines.Select(Goods)];
        _shipping = shipping?.Round() ?? _zero;
        foreach (var promotion in promotions.OrderBy(Level).ThenBy(promotion => promotion.Code, StringComparer.Ordinal))
        {
            Apply(promotion);
        }
    }

    internal List<AppliedPromotion> Applied { get; } = [];

    internal List<RefusedPromotion> Refused { get; } = [];

    /// <summary>Gets what is left of each line.</summary>
    internal IReadOnlyList<Money> Left => _left;

    internal decimal Saved => Applied.Sum(applied => applied.Goods.Amount + applied.Shipping.Amount);

    internal static Money Goods(CartLine line) => (line.UnitPrice * line.Quantity).Round();

    private static int Level(Promotion promotion) => promotion.Terms.Type switch
    {
        PromotionType.Bogo or PromotionType.Bundle => 0,
        PromotionType.FreeShipping => 2,
        _ => PromotionChecks.HasNoChoice(promotion.Terms) ? 1 : 0,
    };

    private void Apply(Promotion promotion)
    {
        var terms = promotion.Terms;
        if (terms.Type == PromotionType.FreeShipping)
        {
            ApplyShipping(promotion);
            return;
        }

        var eligible = _lines.Select(line => PromotionChecks.IsEligible(terms, line)).ToList();
        var (weights, discount, refusal) = terms.Type switch
        {
            PromotionType.Percentage => OfGoods(eligible, sum => (sum * (terms.Rate ?? 0)).Round()),
            PromotionType.FixedAmount => OfGoods(eligible, _ => terms.Amount?.Round() ?? _zero),
            PromotionType.Bogo => OfUnits(terms, eligible),
            _ => OfParts(terms, eligible),
        };
        var most = weights.Aggregate(_zero, static (sum, weight) => sum + weight);
        discount = Least(Least(discount, most), terms.MaxDiscount?.Round());
        if (refusal is null && discount <= _zero)
        {
            refusal = PromotionChecks.No(nameof(terms.Type), "It takes nothing off this cart: leave it out.");
        }

        if (refusal is not null)
        {
            Refused.Add(new RefusedPromotion(promotion.Code, refusal));
            return;
        }

        var parts = discount.Allocate([.. weights.Select(static weight => weight.Amount)]);
        for (var i = 0; i < parts.Count; i++)
        {
            _left[i] -= parts[i];
        }

        Applied.Add(new AppliedPromotion(promotion.Code, discount, _zero));
    }

    private void ApplyShipping(Promotion promotion)
    {
        var discount = Least(_shipping, promotion.Terms.MaxDiscount?.Round());
        if (discount <= _zero)
        {
            Refused.Add(new RefusedPromotion(
                promotion.Code, PromotionChecks.No(nameof(Cart.Shipping), "There is no shipping to take off: leave it out, or ask again when its price is known.")));
            return;
        }

        _shipping -= discount;
        Applied.Add(new AppliedPromotion(promotion.Code, _zero, discount));
    }

    private (Money[] Weights, Money Discount, Refusal? Refusal) OfGoods(List<bool> eligible, Func<Money, Money> discount)
    {
        Money[] weights = [.. _left.Select((left, i) => eligible[i] ? left : _zero)];
        return (weights, discount(weights.Aggregate(_zero, static (sum, weight) => sum + weight)), null);
    }

    /// <summary>Gives the cheapest units of all, as many as the bought ones earn.</summary>
    private (Money[] Weights, Money Discount, Refusal? Refusal) OfUnits(PromotionTerms terms, List<bool> eligible)
    {
        // What is free already is neither bought nor given.
        List<int> eligibleLines = [.. Enumerable.Range(0, _lines.Count).Where(i => eligible[i] && _left[i] > _zero)];
        var size = terms.BuyQuantity + terms.GetQuantity;
        var units = eligibleLines.Sum(i => _lines[i].Quantity);
        var weights = Nothing();
        if (units < size)
        {
            return (weights, _zero, PromotionChecks.No(nameof(terms.BuyQuantity), $"It asks for {size} units of its products, the cart has {units}: add {size - units}."));
        }

        var given = units / size * terms.GetQuantity;
        foreach (var i in eligibleLines.OrderBy(i => _left[i].Amount / _lines[i].Quantity).ThenBy(static i => i))
        {
            var taken = Math.Min(given, _lines[i].Quantity);
            given -= taken;
            weights[i] = (Value(i, taken) * (terms.Rate ?? 1)).Round();
        }

        return (weights, weights.Aggregate(_zero, static (sum, weight) => sum + weight), null);
    }

    /// <summary>Sells the parts at their set price, as often as all of them are there.</summary>
    private (Money[] Weights, Money Discount, Refusal? Refusal) OfParts(PromotionTerms terms, List<bool> eligible)
    {
        var weights = Nothing();
        var times = int.MaxValue;
        foreach (var (sku, quantity) in terms.Parts.OrderBy(static part => part.Key))
        {
            var there = _lines.Where((line, i) => eligible[i] && line.Sku == sku).Sum(static line => line.Quantity);
            if (there < quantity)
            {
                return (weights, _zero, PromotionChecks.No(nameof(terms.Parts), $"It asks for {quantity} of {sku}, the cart has {there}: add {quantity - there}."));
            }

            times = Math.Min(times, there / quantity);
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            weights[i] = Value(i, terms.Parts.GetValueOrDefault(_lines[i].Sku) * times);
        }

        var price = ((terms.Amount ?? _zero) * times).Round();
        return (weights, weights.Aggregate(_zero, static (sum, weight) => sum + weight) - price, null);
    }

    /// <summary>Tells what units of a line are worth still, in whole cents and never more than the line.</summary>
    private Money Value(int line, int units) =>
        units == _lines[line].Quantity ? _left[line] : new Money(_left[line].Amount * units / _lines[line].Quantity, _zero.Currency).Round();

    private Money[] Nothing() => [.. Enumerable.Repeat(_zero, _lines.Count)];

    private static Money Least(Money one, Money? other) => other is { } least && least < one ? least : one;
}
