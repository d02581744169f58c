using System.Globalization;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Scores suppliers for a purchase: cost 40 %, lead time 30 %, rating 30 %, each against the best offer. A pure function.</summary>
public static class SupplierScore
{
    private const decimal CostWeight = 0.4m;
    private const decimal LeadWeight = 0.3m;
    private const decimal RatingWeight = 0.3m;

    /// <summary>Ranks offers.</summary>
    /// <param name="quantity">How many are needed: 1 or more.</param>
    /// <param name="dailyDemand">How many are sold in a day, when known; without it nobody is bought more from than needed to reach a smallest quantity.</param>
    /// <param name="offers">The offers.</param>
    /// <param name="options">The currency, and for how many days more than needed may be bought.</param>
    /// <returns>Those that can deliver, the best first, and the others with reasons.</returns>
    public static SupplierRanking Rank(int quantity, decimal? dailyDemand, IReadOnlyList<SupplierOffer> offers, SupplierOptions options)
    {
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        var rejected = new List<SupplierRejection>();
        var fit = new List<SupplierOffer>();
        foreach (var offer in offers)
        {
            if (Reject(offer, quantity, dailyDemand, options) is { } reason)
            {
                rejected.Add(new SupplierRejection(offer.Supplier, reason));
            }
            else
            {
                fit.Add(offer);
            }
        }

        rejected.Sort(static (left, right) => string.CompareOrdinal(left.Supplier, right.Supplier));
        if (fit.Count == 0)
        {
            return new SupplierRanking([], rejected, offers.Count == 0 ? "No supplier offers it." : $"None of {offers.Count} suppliers can deliver {quantity}.");
        }

        var (cheapest, fastest) = (fit.Min(offer => offer.Cost.Amount), fit.Min(offer => offer.LeadDays));
        var ranked = fit.Select(offer => Rate(offer, quantity, cheapest, fastest))
            .OrderByDescending(rating => rating.Score)
            .ThenBy(rating => rating.Cost.Amount)
            .ThenBy(rating => rating.LeadDays)
            .ThenBy(rating => rating.Supplier, StringComparer.Ordinal)
            .ToList();
        return new SupplierRanking(ranked, rejected, Explain(ranked));
    }

    private static SupplierRating Rate(SupplierOffer offer, int quantity, decimal cheapest, int fastest)
    {
        DecisionPart[] parts =
        [
            new("cost", cheapest / offer.Cost.Amount * 100, CostWeight),
            new("lead time", (decimal)fastest / offer.LeadDays * 100, LeadWeight),
            new("rating", offer.Rating * 10, RatingWeight),
        ];
        return new SupplierRating(
            offer.Supplier,
            decimal.Round(parts.Sum(part => part.Points), 2, MidpointRounding.AwayFromZero),
            parts,
            Reorder.RoundUp(quantity, offer.Pack, offer.Moq),
            offer.Cost,
            offer.LeadDays);
    }

    private static string? Reject(SupplierOffer offer, int quantity, decimal? dailyDemand, SupplierOptions options) =>
        !offer.IsActive ? "It is not bought from."
        : offer.Cost.Currency != options.Currency ? $"Its price is in {offer.Cost.Currency}: prices are compared in {options.Currency}."
        : offer.Moq > quantity && offer.Moq - quantity > dailyDemand.GetValueOrDefault() * options.MaxExtraDays
            ? $"It sells {offer.Moq} or more: {offer.Moq - quantity} too many, which is more than {options.MaxExtraDays} days of demand."
        : null;

    private static string Explain(List<SupplierRating> ranked)
    {
        var best = ranked[0];
        var text = string.Create(CultureInfo.InvariantCulture, $"{best.Supplier} delivers in {best.LeadDays} days for {best.Cost} each: {best.Score:0.00} points");
        return ranked.Count == 1
            ? text + ", the only one that can deliver."
            : string.Create(CultureInfo.InvariantCulture, $"{text}, before {ranked[1].Supplier} with {ranked[1].Score:0.00}.");
    }
}
