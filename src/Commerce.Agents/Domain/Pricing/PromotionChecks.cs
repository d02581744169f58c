namespace Commerce.Agents.Domain.Pricing;

/// <summary>The conditions of a promotion that can be told before anything is computed.</summary>
internal static class PromotionChecks
{
    /// <summary>Tells why a promotion does not apply to a cart.</summary>
    internal static Refusal? Refuse(Promotion promotion, Cart cart, PromotionFacts facts, Money goods)
    {
        var terms = promotion.Terms;
        return RefuseStatus(promotion)
            ?? RefuseDates(terms, facts.At)
            ?? RefuseLimits(promotion, facts.Uses.GetValueOrDefault(promotion.Code))
            ?? RefuseBuyer(terms, facts.Buyer)
            ?? RefuseCart(terms, cart, goods);
    }

    /// <summary>Tells why a promotion cannot be used once more.</summary>
    /// <param name="promotion">The promotion.</param>
    /// <param name="customerUses">How often the customer has used it.</param>
    internal static Refusal? RefuseLimits(Promotion promotion, int customerUses)
    {
        var terms = promotion.Terms;
        return terms.TotalLimit > 0 && promotion.Uses >= terms.TotalLimit
            ? No(nameof(terms.TotalLimit), $"It was used {promotion.Uses} times, as often as it may be: leave it out.")
            : terms.CustomerLimit > 0 && customerUses >= terms.CustomerLimit
                ? No(nameof(terms.CustomerLimit), $"The customer has used it {customerUses} times, as often as one may: leave it out.")
                : null;
    }

    internal static Refusal? RefuseStatus(Promotion promotion) => promotion.Status switch
    {
        PromotionStatus.Active => null,
        PromotionStatus.Exhausted => No(nameof(PromotionTerms.TotalLimit), $"It was used {promotion.Uses} times, as often as it may be: leave it out."),
        PromotionStatus.Expired => Over(promotion.Terms.EndsAt),
        var status => No(nameof(Promotion.Status), $"It is {status} and cannot be used now: try again when it is Active."),
    };

    internal static bool IsEligible(PromotionTerms terms, CartLine line) =>
        !terms.ExcludedSkus.Contains(line.Sku)
        && !Shares(terms.ExcludedCategories, line.Categories)
        && (HasNoChoice(terms) || terms.Skus.Contains(line.Sku) || Shares(terms.Categories, line.Categories));

    internal static bool HasNoChoice(PromotionTerms terms) => terms.Skus.Count == 0 && terms.Categories.Count == 0;

    internal static Refusal No(string field, string text) => new(RefusalCode.PolicyViolation, text) { Field = field };

    private static Refusal Over(DateTimeOffset? end) =>
        new(RefusalCode.WindowExpired, end is { } at ? $"It ended at {Show(at)}: leave it out." : "It is over: leave it out.") { Field = nameof(PromotionTerms.EndsAt) };

    private static Refusal? RefuseDates(PromotionTerms terms, DateTimeOffset at) =>
        terms.StartsAt is { } start && at < start ? No(nameof(terms.StartsAt), $"It starts at {Show(start)}: try again then.")
        : terms.EndsAt is { } end && at >= end ? Over(end)
        : null;

    private static Refusal? RefuseBuyer(PromotionTerms terms, Buyer buyer) =>
        terms.Segments.Count > 0 && !Shares(terms.Segments, buyer.Segments)
            ? No(nameof(terms.Segments), "It is for other customer segments: leave it out.")
            : terms.Tiers.Count > 0 && (buyer.Tier is null || !terms.Tiers.Contains(buyer.Tier, StringComparer.OrdinalIgnoreCase))
                ? No(nameof(terms.Tiers), $"It is for the tiers {string.Join(", ", terms.Tiers)}: leave it out.")
                : terms.IsFirstOrderOnly && !buyer.IsFirstOrder
                    ? No(nameof(terms.IsFirstOrderOnly), "It is for a customer's first order: leave it out.")
                    : null;

    private static Refusal? RefuseCart(PromotionTerms terms, Cart cart, Money goods)
    {
        if (terms.Channels.Count > 0 && !terms.Channels.Contains(cart.Channel, StringComparer.Ordinal))
        {
            return No(nameof(terms.Channels), $"It is for the channels {string.Join(", ", terms.Channels)}, not for {cart.Channel}: leave it out.");
        }

        if ((terms.Amount ?? terms.MinimumPurchase ?? terms.MaxDiscount) is { } money && money.Currency != goods.Currency)
        {
            return No(nameof(terms.Amount), $"It is in {money.Currency} and the cart in {goods.Currency}: leave it out.");
        }

        if (terms.MinimumPurchase is { } minimum && goods < minimum)
        {
            return No(nameof(terms.MinimumPurchase), $"The goods are {goods}, it asks for {minimum}: add goods for {minimum - goods}.");
        }

        return cart.Lines.Any(line => IsEligible(terms, line))
            ? null
            : No(HasNoChoice(terms) ? nameof(terms.ExcludedSkus) : nameof(terms.Skus), "It is for none of the products in the cart: add one that it is for.");
    }

    private static bool Shares(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        some.Any(one => others.Contains(one, StringComparer.OrdinalIgnoreCase));

    private static string Show(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
