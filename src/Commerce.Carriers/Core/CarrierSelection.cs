using System.Globalization;

namespace Commerce.Carriers;

/// <summary>Chooses a carrier: hard filters first, then 60 % punctuality and 40 % price. A pure function that explains itself.</summary>
public static class CarrierSelection
{
    private const decimal Floor = 0.80m;
    private const decimal Ceiling = 1.00m;

    /// <summary>Chooses among quotes of one currency.</summary>
    /// <param name="quotes">The quotes.</param>
    /// <param name="requirements">What must hold.</param>
    /// <param name="options">Weights, mode and punctuality.</param>
    /// <returns>The decision, or a refusal when no quote passes the filters; the message names every reason.</returns>
    public static Outcome<CarrierDecision> Choose(
        IReadOnlyList<RateQuote> quotes, SelectionRequirements requirements, SelectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(requirements);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var rejected = new List<RejectedQuote>();
        var eligible = new List<RateQuote>();
        foreach (var quote in quotes)
        {
            if (Objection(quote, requirements) is { } reason)
            {
                rejected.Add(new RejectedQuote(quote, reason));
            }
            else
            {
                eligible.Add(quote);
            }
        }

        if (eligible.Count == 0)
        {
            var reasons = rejected.Count == 0 ? "nobody quoted" : string.Join("; ", rejected.Select(quote => $"{quote.Quote.Carrier} {quote.Quote.Service}: {quote.Reason}"));
            return Outcome.Refused<CarrierDecision>(RefusalCode.NotSupported, $"No carrier is available: {reasons}.");
        }

        var cheapest = eligible.Min(quote => quote.Price);
        var dearest = eligible.Max(quote => quote.Price);
        var ranked = eligible
            .Select(quote => Score(quote, cheapest, dearest, options))
            .OrderByDescending(scored => scored.Score)
            .ThenByDescending(scored => scored.OnTimeRate)
            .ThenBy(scored => scored.Quote.Price)
            .ThenBy(scored => scored.Quote.TransitDays ?? int.MaxValue)
            .ThenBy(scored => scored.Quote.Carrier.Value, StringComparer.Ordinal)
            .ThenBy(scored => scored.Quote.Service.Value, StringComparer.Ordinal)
            .ToList();
        return Outcome.Of(new CarrierDecision
        {
            Winner = Explained(ranked[0]),
            Alternatives = [.. ranked.Skip(1).Take(options.MaxAlternatives).Select(Explained)],
            Rejected = rejected,
        });

        ScoredQuote Explained(ScoredQuote scored) => scored with { Reason = Sentence(scored, cheapest, options) };
    }

    /// <summary>Smooths a carrier's punctuality with what is expected of it, so that few deliveries do not decide.</summary>
    /// <param name="onTime">Deliveries that were on time.</param>
    /// <param name="total">All deliveries.</param>
    /// <param name="prior">What is expected: 0 to 1.</param>
    /// <param name="weight">How many deliveries the expectation counts for.</param>
    /// <returns>The smoothed rate: 0 to 1.</returns>
    public static decimal SmoothedOnTimeRate(int onTime, int total, decimal prior, int weight = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(total, onTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        return (onTime + (weight * prior)) / (total + weight);
    }

    private static ScoredQuote Score(RateQuote quote, Money cheapest, Money dearest, SelectionOptions options)
    {
        var rate = options.OnTimeRate(quote);
        var (onTime, price) = options.Mode == SelectionMode.Calibrated
            ? (Math.Clamp((rate - Floor) / (Ceiling - Floor), 0, 1) * 100, quote.Price.IsZero ? 100 : cheapest.Amount / quote.Price.Amount * 100)
            : (rate * 100, dearest == cheapest ? 100 : (1 - ((quote.Price.Amount - cheapest.Amount) / (dearest.Amount - cheapest.Amount))) * 100);
        return new ScoredQuote(quote, rate, onTime, price, (options.OnTimeWeight * onTime) + (options.PriceWeight * price));
    }

    private static string? Objection(RateQuote quote, SelectionRequirements requirements)
    {
        if (requirements.MinLevel is { } level && requirements.LevelOf(quote) is { } offered && offered < level)
        {
            return $"{offered} is slower than {level}";
        }

        if (requirements.RequiredBy is not { } required)
        {
            return null;
        }

        if (requirements.ArrivalOf(quote) is not { } arrival)
        {
            return "its transit time is not known";
        }

        return arrival <= required
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"it arrives on {arrival:yyyy-MM-dd}, after {required:yyyy-MM-dd}");
    }

    private static string Sentence(ScoredQuote scored, Money cheapest, SelectionOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.OnTimeWeight * 100:0.##} % on-time {scored.OnTimeRate * 100:0.0} % → {Round(scored.OnTimeComponent)}; " +
        $"{options.PriceWeight * 100:0.##} % price {scored.Quote.Price.Amount:0.00} vs cheapest {cheapest.Amount:0.00} → {Round(scored.PriceComponent)}; total {Round(scored.Score)}");

    private static string Round(decimal value) =>
        decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
