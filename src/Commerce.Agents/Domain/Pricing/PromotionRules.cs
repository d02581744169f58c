using System.Globalization;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Computes what promotions take off a cart. A pure function: the same cart, promotions and facts always give the same result.</summary>
public static class PromotionRules
{
    /// <summary>
    /// Applies promotions: first those of single items, then those of the cart, then those of shipping, each to what is left. Stackable ones
    /// combine; one that is not applies alone. Of the ways that are possible the one that saves most is taken, at equal savings the one with the
    /// buyer's code.
    /// </summary>
    /// <param name="cart">The cart.</param>
    /// <param name="promotions">The automatic promotions, and those of the cart's codes; others are left aside.</param>
    /// <param name="facts">The moment, the buyer, and how often the buyer used the promotions.</param>
    /// <param name="options">The number of codes and the margin that is warned of; the defaults when not given.</param>
    /// <returns>The discounts, what applies, what does not and why.</returns>
    /// <exception cref="ArgumentException">The cart is empty, has a SKU twice, another currency, or a number out of bounds.</exception>
    public static PromotionResult Apply(Cart cart, IReadOnlyList<Promotion> promotions, PromotionFacts facts, PromotionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cart);
        ArgumentNullException.ThrowIfNull(promotions);
        ArgumentNullException.ThrowIfNull(facts);
        if (cart.Check() is [var mistake, ..])
        {
            throw new ArgumentException(mistake.Message, nameof(cart));
        }

        options ??= new PromotionOptions();
        List<CartLine> lines = [.. cart.Lines.OrderBy(static line => line.Sku)];
        var zero = Money.Zero(lines[0].UnitPrice.Currency);
        var goods = lines.Aggregate(zero, static (sum, line) => sum + PromotionTrial.Goods(line));
        var refused = new List<RefusedPromotion>();
        var candidates = Candidates(cart, promotions, facts, goods, options, refused);
        var trial = Choose(lines, cart.Shipping, candidates, refused);

        var discounts = lines.Select((line, i) => new LineDiscount(line.Sku, PromotionTrial.Goods(line), PromotionTrial.Goods(line) - trial.Left[i]))
            .ToDictionary(static line => line.Sku);
        return new PromotionResult
        {
            Lines = [.. cart.Lines.Select(line => discounts[line.Sku])],
            Discount = trial.Applied.Aggregate(zero, static (sum, applied) => sum + applied.Goods),
            ShippingDiscount = trial.Applied.Aggregate(zero, static (sum, applied) => sum + applied.Shipping),
            Applied = trial.Applied,
            Refused = refused,
            Warnings = [.. lines.Select(line => Warn(line, discounts[line.Sku], options.MinMargin)).OfType<MarginWarning>()],
            Reason = trial.Applied.Count == 0
                ? refused.Count == 0 ? "No promotion was asked for." : $"No promotion applies: {refused[0].Code} does not ({refused[0].Refusal.Field})."
                : $"{string.Join(", ", trial.Applied.Select(Tell))}.",
        };
    }

    private static string Tell(AppliedPromotion applied) => applied.Shipping.IsZero
        ? $"{applied.Code} takes {applied.Goods} off the goods"
        : $"{applied.Code} takes {applied.Shipping} off the shipping";

    /// <summary>Finds the promotions whose conditions hold: automatic ones by code, then those of the codes as they were typed.</summary>
    private static List<Promotion> Candidates(
        Cart cart, IReadOnlyList<Promotion> promotions, PromotionFacts facts, Money goods, PromotionOptions options, List<RefusedPromotion> refused)
    {
        var candidates = new List<Promotion>();
        foreach (var promotion in promotions.Where(static promotion => promotion.IsAutomatic).OrderBy(static promotion => promotion.Code, StringComparer.Ordinal))
        {
            if (Holds(promotion))
            {
                candidates.Add(promotion);
            }
        }

        var codes = 0;
        foreach (var (index, text) in cart.Codes.Index().DistinctBy(static typed => PromotionCodes.TryRead(typed.Item, out var code) ? code : typed.Item))
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{nameof(cart.Codes)}[{index}]");
            var code = PromotionCodes.KeyOf(text);
            if (promotions.FirstOrDefault(promotion => !promotion.IsAutomatic && promotion.Code == code) is not { } promotion)
            {
                refused.Add(new RefusedPromotion(code, new Refusal(RefusalCode.NotFound, "Nobody knows this code: check its spelling.") { Field = field }));
            }
            else if (codes == options.MaxCodes)
            {
                refused.Add(new RefusedPromotion(code, PromotionChecks.No(field, $"An order may use {options.MaxCodes} of the codes: leave the others out.")));
            }
            else if (Holds(promotion))
            {
                candidates.Add(promotion);
                codes++;
            }
        }

        return candidates;

        bool Holds(Promotion promotion)
        {
            var refusal = PromotionChecks.Refuse(promotion, cart, facts, goods);
            if (refusal is not null)
            {
                refused.Add(new RefusedPromotion(promotion.Code, refusal));
            }

            return refusal is null;
        }
    }

    /// <summary>Tries all stackable promotions together and each other one alone, and takes what saves most.</summary>
    private static PromotionTrial Choose(List<CartLine> lines, Money? shipping, List<Promotion> candidates, List<RefusedPromotion> refused)
    {
        var trials = candidates.Where(static promotion => !promotion.Terms.IsStackable)
            .Select(promotion => Try([promotion]))
            .Prepend(Try([.. candidates.Where(static promotion => promotion.Terms.IsStackable)]))
            .ToList();
        var best = trials.OrderByDescending(static trial => trial.Trial.Saved).ThenByDescending(static trial => trial.HasCode).First();

        // One that could do nothing in its own trial says so itself; the others lost to what saves more.
        refused.AddRange(trials.SelectMany(static trial => trial.Trial.Refused));
        var kept = string.Join(", ", best.Trial.Applied.Select(static applied => applied.Code));
        refused.AddRange(trials.Where(trial => trial != best).SelectMany(static trial => trial.Trial.Applied).Select(lost => new RefusedPromotion(
            lost.Code,
            PromotionChecks.No(
                nameof(PromotionTerms.IsStackable),
                $"It does not combine with {kept}, which saves {new Money(best.Trial.Saved, lost.Goods.Currency)}: keep that."))));
        return best.Trial;

        (PromotionTrial Trial, bool HasCode) Try(IReadOnlyList<Promotion> promotions)
        {
            var trial = new PromotionTrial(lines, shipping, promotions);
            return (trial, promotions.Any(promotion => !promotion.IsAutomatic && trial.Applied.Exists(applied => applied.Code == promotion.Code)));
        }
    }

    private static MarginWarning? Warn(CartLine line, LineDiscount discount, decimal minMargin)
    {
        if (line.UnitCost is not { } unitCost || discount.Discount.IsZero)
        {
            return null;
        }

        var (net, cost) = (discount.Goods - discount.Discount, (unitCost * line.Quantity).Round());
        if ((net - cost).Amount >= net.Amount * minMargin)
        {
            return null;
        }

        var text = string.Create(
            CultureInfo.InvariantCulture, $"{line.Sku} is sold for {net} and costs {cost}: that is a margin below {minMargin:0.####} of the price.");
        return new MarginWarning(line.Sku, net, cost, text);
    }
}
