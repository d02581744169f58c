using System.Globalization;
using System.Runtime.CompilerServices;

namespace Commerce.Carriers;

/// <summary>Chooses a carrier: hard filters first, then 60 % punctuality and 40 % price. A pure function that explains itself.</summary>
public static class CarrierSelection
{
    private const decimal Floor = 0.80m;
    private const decimal Ceiling = 1.00m;
    private const decimal MaxRating = 5m;

    /// <summary>Chooses among quotes.</summary>
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
        var (eligible, rejected) = Filter(quotes, requirements);
        if (eligible.Count == 0 && requirements is { AllowServiceFallback: true, MinLevel: not null })
        {
            (eligible, rejected) = Filter(quotes, requirements with { MinLevel = null });
        }

        if (eligible.Count == 0)
        {
            var reasons = rejected.Count == 0 ? "nobody quoted" : string.Join("; ", rejected.Select(quote => $"{quote.Quote.Carrier} {quote.Quote.Service}: {quote.Reason}"));
            return Outcome.Refused<CarrierDecision>(RefusalCode.NotSupported, $"No carrier is available: {reasons}.");
        }

        var (cheapest, dearest) = (eligible[0].Price.Amount, eligible[0].Price.Amount);
        foreach (var quote in eligible)
        {
            cheapest = Math.Min(cheapest, quote.Price.Amount);
            dearest = Math.Max(dearest, quote.Price.Amount);
        }

        var ranked = Score(eligible, cheapest, dearest, options);
        ranked.Sort(Compare);
        var alternatives = new ScoredQuote[Math.Min(options.MaxAlternatives, ranked.Count - 1)];
        for (var i = 0; i < alternatives.Length; i++)
        {
            alternatives[i] = Explained(ranked[i + 1]);
        }

        return Outcome.Of(new CarrierDecision { Winner = Explained(ranked[0]), Alternatives = alternatives, Rejected = rejected });

        ScoredQuote Explained(ScoredQuote scored) => scored with { Reason = Sentence(scored, cheapest, options) };
    }

    private static (List<RateQuote> Eligible, List<RejectedQuote> Rejected) Filter(IReadOnlyList<RateQuote> quotes, SelectionRequirements requirements)
    {
        var eligible = new List<RateQuote>(quotes.Count);
        var rejected = new List<RejectedQuote>();
        var currency = requirements.Currency ?? MostFrequent(quotes);
        foreach (var quote in quotes)
        {
            if (Objection(quote, requirements, currency) is { } reason)
            {
                rejected.Add(new RejectedQuote(quote, reason));
            }
            else
            {
                eligible.Add(quote);
            }
        }

        return (eligible, rejected);
    }

    private static Currency MostFrequent(IReadOnlyList<RateQuote> quotes)
    {
        if (quotes.Count == 0 || quotes.All(quote => quote.Price.Currency == quotes[0].Price.Currency))
        {
            return quotes.Count == 0 ? default : quotes[0].Price.Currency;
        }

        return quotes.CountBy(static quote => quote.Price.Currency).MaxBy(static entry => entry.Value).Key;
    }

    private static List<ScoredQuote> Score(List<RateQuote> eligible, decimal cheapest, decimal dearest, SelectionOptions options)
    {
        var ranked = new List<ScoredQuote>(eligible.Count);
        if (options.ExplorationSeed is not { } seed)
        {
            eligible.ForEach(quote => ranked.Add(Score(quote, options.OnTime(quote).Rate, null, cheapest, dearest, options)));
            return ranked;
        }

        // Drawn in a fixed order, so that the order of the quotes does not change the draws.
        var random = new Random(seed);
        eligible.Sort(CompareNames);
        foreach (var quote in eligible)
        {
            var estimate = options.OnTime(quote);
            ranked.Add(Score(quote, estimate.Rate, estimate.Draw(random), cheapest, dearest, options));
        }

        return ranked;
    }

    private static ScoredQuote Score(RateQuote quote, decimal rate, decimal? drawn, decimal cheapest, decimal dearest, SelectionOptions options)
    {
        var counted = drawn ?? rate;
        var (onTime, price) = options.Mode == SelectionMode.Calibrated
            ? (Math.Clamp((counted - Floor) / (Ceiling - Floor), 0, 1) * 100, quote.Price.IsZero ? 100 : cheapest / quote.Price.Amount * 100)
            : (counted * 100, dearest == cheapest ? 100 : (1 - ((quote.Price.Amount - cheapest) / (dearest - cheapest))) * 100);
        var score = (options.OnTimeWeight * onTime) + (options.PriceWeight * price);
        return new ScoredQuote(quote, rate, onTime, price, options.RatingWeight == 0 ? score : score + (options.RatingWeight * RatingComponent(quote, options)))
        {
            DrawnRate = drawn,
        };
    }

    private static decimal RatingComponent(RateQuote quote, SelectionOptions options) => Math.Clamp(options.Rating(quote), 0, MaxRating) / MaxRating * 100;

    private static int Compare(ScoredQuote left, ScoredQuote right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order != 0 ? order : right.OnTimeRate.CompareTo(left.OnTimeRate);
        order = order != 0 ? order : left.Quote.Price.Amount.CompareTo(right.Quote.Price.Amount);
        order = order != 0 ? order : (left.Quote.TransitDays ?? int.MaxValue).CompareTo(right.Quote.TransitDays ?? int.MaxValue);
        return order != 0 ? order : CompareNames(left.Quote, right.Quote);
    }

    private static int CompareNames(RateQuote left, RateQuote right)
    {
        var order = string.CompareOrdinal(left.Carrier.Value, right.Carrier.Value);
        order = order != 0 ? order : string.CompareOrdinal(left.Account, right.Account);
        return order != 0 ? order : string.CompareOrdinal(left.Service.Value, right.Service.Value);
    }

    private static string? Objection(RateQuote quote, SelectionRequirements requirements, Currency currency)
    {
        if (quote.Price.Currency != currency)
        {
            return $"its price is in {quote.Price.Currency} and the others are in {currency}";
        }

        if (quote.Level < requirements.MinLevel)
        {
            return $"{quote.Level} is slower than {requirements.MinLevel}";
        }

        if (requirements.Objection(quote) is { } objection)
        {
            return objection;
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

    private static string Sentence(ScoredQuote scored, decimal cheapest, SelectionOptions options)
    {
        var text = new DefaultInterpolatedStringHandler(64, 10, CultureInfo.InvariantCulture, stackalloc char[192]);
        text.AppendFormatted(options.OnTimeWeight * 100, "0.##");
        text.AppendLiteral(" % on-time ");
        text.AppendFormatted(scored.OnTimeRate * 100, "0.0");
        if (scored.DrawnRate is { } drawn)
        {
            text.AppendLiteral(" % drawn as ");
            text.AppendFormatted(drawn * 100, "0.0");
        }

        text.AppendLiteral(" % → ");
        text.AppendFormatted(Rounded(scored.OnTimeComponent), "0.##");
        text.AppendLiteral("; ");
        text.AppendFormatted(options.PriceWeight * 100, "0.##");
        text.AppendLiteral(" % price ");
        text.AppendFormatted(scored.Quote.Price.Amount, "0.00");
        text.AppendLiteral(" vs cheapest ");
        text.AppendFormatted(cheapest, "0.00");
        text.AppendLiteral(" → ");
        text.AppendFormatted(Rounded(scored.PriceComponent), "0.##");
        if (options.RatingWeight > 0)
        {
            text.AppendLiteral("; ");
            text.AppendFormatted(options.RatingWeight * 100, "0.##");
            text.AppendLiteral(" % rating ");
            text.AppendFormatted(options.Rating(scored.Quote), "0.#");
            text.AppendLiteral(" of 5 → ");
            text.AppendFormatted(Rounded(RatingComponent(scored.Quote, options)), "0.##");
        }

        text.AppendLiteral("; total ");
        text.AppendFormatted(Rounded(scored.Score), "0.##");
        return text.ToStringAndClear();
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
