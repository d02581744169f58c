using Xunit;

namespace Commerce.Carriers.Tests;

/// <summary>The golden vectors of carrier selection, to the second decimal.</summary>
public sealed class CarrierSelectionTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    public static TheoryData<string, SelectionMode, string> Vectors() => new()
    {
        { "chronopost 12.90 .98, dpd 6.10 .93, colissimo 7.90 .95, colis_prive 4.20 .88, ups 15.00 .92, fedex 14.00 .91", SelectionMode.Calibrated,
            "chronopost 67.02, dpd 66.54, colissimo 66.27, colis_prive 64.00, ups 47.20, fedex 45.00" },
        { "chronopost 12.90 .98, dpd 6.10 .93, colissimo 7.90 .95, colis_prive 4.20 .88, ups 15.00 .92, fedex 14.00 .91", SelectionMode.Legacy,
            "colis_prive 92.80, dpd 88.76, colissimo 83.30, chronopost 66.58, fedex 58.30, ups 55.20" },
        { "chronopost 8.97 .98, colissimo 6.90 .95, dpd 7.24 .93, colis_prive 5.52 .88", SelectionMode.Calibrated,
            "chronopost 78.62, colissimo 77.00, dpd 69.50, colis_prive 64.00" },
        { "colissimo 5.50 .95, chronopost 8.90 .98, dpd 6.10 .93, colis_prive 4.20 .88", SelectionMode.Calibrated,
            "colissimo 75.55, chronopost 72.88, dpd 66.54, colis_prive 64.00" },
        { "ups 15.00 .92, fedex 14.00 .91, chronopost 35.00 .95, colissimo 22.00 .90, dpd 18.00 .88", SelectionMode.Calibrated,
            "ups 73.33, fedex 73.00, chronopost 61.00, colissimo 55.45, dpd 55.11" },
        { "chronopost 18.50 .98, colissimo 12.50 .95, dpd 10.50 .93, colis_prive 7.50 .88", SelectionMode.Calibrated,
            "chronopost 70.22, colissimo 69.00, dpd 67.57, colis_prive 64.00" },
        { "chronopost 8.97 .98, colissimo 6.90 .95, dpd 7.24 .93, colis_prive 5.52 .88", SelectionMode.Legacy,
            "colis_prive 92.80, colissimo 81.00, dpd 75.86, chronopost 58.80" },
        { "colissimo 5.50 .95, chronopost 8.90 .98, dpd 6.10 .93, colis_prive 4.20 .88", SelectionMode.Legacy,
            "colis_prive 92.80, colissimo 85.94, dpd 79.63, chronopost 58.80" },
        { "ups 15.00 .92, fedex 14.00 .91, chronopost 35.00 .95, colissimo 22.00 .90, dpd 18.00 .88", SelectionMode.Legacy,
            "fedex 94.60, ups 93.30, dpd 85.18, colissimo 78.76, chronopost 57.00" },
        { "chronopost 18.50 .98, colissimo 12.50 .95, dpd 10.50 .93, colis_prive 7.50 .88, ups 25 .92, fedex 24 .91", SelectionMode.Legacy,
            "colis_prive 92.80, dpd 88.94, colissimo 85.57, chronopost 73.66, fedex 56.89, ups 55.20" },
        { "dpd 6.10 .93", SelectionMode.Calibrated, "dpd 79.00" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Scores_are_those_of_the_golden_vectors(string quotes, SelectionMode mode, string expected)
    {
        var rates = Parse(quotes).ToDictionary(row => new CarrierCode(row[0]), row => decimal.Parse("0" + row[2], System.Globalization.CultureInfo.InvariantCulture));
        var decision = CarrierSelection.Choose(
            [.. Parse(quotes).Select(row => Quote(row[0], decimal.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)))],
            new SelectionRequirements { HandOver = Monday },
            new SelectionOptions { Mode = mode, MaxAlternatives = 10, OnTime = quote => new(rates[quote.Carrier]) }).Value;

        var actual = decision.Alternatives.Prepend(decision.Winner).Select(scored => FormattableString.Invariant(
            $"{scored.Quote.Carrier} {decimal.Round(scored.Score, 2, MidpointRounding.AwayFromZero):0.00}"));
        Assert.Equal(expected, string.Join(", ", actual));
    }

    [Fact]
    public void The_reason_is_ready_for_people()
    {
        var decision = CarrierSelection.Choose(
            [Quote("colissimo", 5.50m), Quote("colis_prive", 4.20m)], new SelectionRequirements { HandOver = Monday }, new SelectionOptions()).Value;

        Assert.Equal("60 % on-time 95.0 % → 75; 40 % price 5.50 vs cheapest 4.20 → 76.36; total 75.55", decision.Reason);
    }

    [Fact]
    public void A_quote_that_arrives_too_late_is_rejected_with_the_day()
    {
        var friday = new DateOnly(2026, 3, 6);
        var outcome = CarrierSelection.Choose(
            [Quote("chronopost", 12.90m, 1), Quote("dpd", 6.10m, 2)],
            new SelectionRequirements { HandOver = friday, RequiredBy = new DateOnly(2026, 3, 9) },
            new SelectionOptions());

        Assert.Equal(CarrierCode.Chronopost, outcome.Value.Winner.Quote.Carrier);
        Assert.Contains("2026-03-10", Assert.Single(outcome.Value.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Required_by_the_next_day_keeps_chronopost_and_dpd()
    {
        var decision = CarrierSelection.Choose(
            [
                Quote("chronopost", 12.90m, 1), Quote("dpd", 6.10m, 1), Quote("colissimo", 7.90m, 2), Quote("colis_prive", 4.20m, 2), Quote("ups", 15.00m, 3),
                Quote("fedex", 14.00m, 3),
            ],
            new SelectionRequirements { HandOver = Monday, RequiredBy = Monday.AddDays(1) },
            new SelectionOptions()).Value;

        Assert.Equal(["chronopost", "dpd"], decision.Alternatives.Prepend(decision.Winner).Select(scored => scored.Quote.Carrier.Value).Order(StringComparer.Ordinal));
        Assert.Equal(4, decision.Rejected.Count);
    }

    [Fact]
    public void A_slower_level_is_rejected_unless_falling_back_is_allowed()
    {
        RateQuote[] quotes = [Quote("dpd", 6.10m) with { Level = ServiceLevel.Standard }];
        var requirements = new SelectionRequirements { HandOver = Monday, MinLevel = ServiceLevel.Express };

        Assert.Contains("slower", CarrierSelection.Choose(quotes, requirements, new SelectionOptions()).Refusal?.Message, StringComparison.Ordinal);
        Assert.True(CarrierSelection.Choose(quotes, requirements with { AllowServiceFallback = true }, new SelectionOptions()).IsSuccess);
    }

    [Fact]
    public void A_quote_in_another_currency_is_rejected_and_never_compared()
    {
        var decision = CarrierSelection.Choose(
            [Quote("dpd", 6.10m), Quote("ups", 15m), Quote("fedex", 1m) with { Price = new Money(1m, Currency.Parse("USD")) }],
            new SelectionRequirements { HandOver = Monday },
            new SelectionOptions()).Value;

        Assert.Contains("USD", Assert.Single(decision.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ties_go_to_the_more_punctual_then_the_cheaper_then_the_faster_then_by_name()
    {
        var options = new SelectionOptions { OnTime = _ => new(0.9m) };
        string Winner(params RateQuote[] quotes) =>
            CarrierSelection.Choose(quotes, new SelectionRequirements { HandOver = Monday }, options).Value.Winner.Quote.Carrier.Value;

        Assert.Equal("dpd", Winner(Quote("ups", 5m, 3), Quote("dpd", 5m, 2)));
        Assert.Equal("dpd", Winner(Quote("ups", 5m, 2), Quote("dpd", 5m, 2)));
    }

    [Fact]
    public void Ratings_count_only_with_their_weight_and_are_explained()
    {
        var decision = CarrierSelection.Choose(
            [Quote("ups", 5m), Quote("dpd", 5m)],
            new SelectionRequirements { HandOver = Monday },
            new SelectionOptions { OnTimeWeight = 0.5m, PriceWeight = 0.3m, RatingWeight = 0.2m, Rating = quote => quote.Carrier == CarrierCode.Ups ? 4.5m : 1m }).Value;

        Assert.Equal(CarrierCode.Ups, decision.Winner.Quote.Carrier);
        Assert.Contains("20 % rating 4.5 of 5 → 90", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Exploration_is_off_by_default_and_its_draws_are_recorded_and_repeatable()
    {
        RateQuote[] quotes = [Quote("ups", 5m), Quote("dpd", 5m), Quote("chronopost", 6m)];
        CarrierDecision Decide(int? seed, IEnumerable<RateQuote> from) => CarrierSelection.Choose(
            [.. from], new SelectionRequirements { HandOver = Monday }, new SelectionOptions { ExplorationSeed = seed, MaxAlternatives = 9 }).Value;
        static string Draws(CarrierDecision decision) =>
            string.Join(", ", decision.Alternatives.Prepend(decision.Winner).Select(scored => $"{scored.Quote.Carrier} {scored.DrawnRate}"));

        Assert.All(Decide(null, quotes).Alternatives, scored => Assert.Null(scored.DrawnRate));
        Assert.Equal(Draws(Decide(7, quotes)), Draws(Decide(7, quotes.Reverse())));
        Assert.NotEqual(Draws(Decide(7, quotes)), Draws(Decide(8, quotes)));
        Assert.Contains("drawn as", Decide(7, quotes).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Exploration_gives_the_unknown_a_chance_and_the_proven_the_most()
    {
        var options = new SelectionOptions
        {
            OnTime = quote => quote.Carrier == CarrierCode.Dpd ? new(0.93m, 2000, 1900) : new(0.90m),
        };
        var wins = Enumerable.Range(0, 500).CountBy(seed => CarrierSelection.Choose(
            [Quote("dpd", 5m), Quote("newcomer", 5m)],
            new SelectionRequirements { HandOver = Monday },
            options with { ExplorationSeed = seed }).Value.Winner.Quote.Carrier.Value).ToDictionary();

        Assert.InRange(wins["newcomer"], 50, 249);
    }

    [Fact]
    public void Without_an_eligible_quote_every_reason_is_told()
    {
        var outcome = CarrierSelection.Choose(
            [Quote("dpd", 6.10m, 5)], new SelectionRequirements { HandOver = Monday, RequiredBy = Monday.AddDays(1) }, new SelectionOptions());

        Assert.Contains("dpd", outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 50, 0.8371)]
    [InlineData(180, 200, 0.9027)]
    public void Punctuality_is_smoothed_by_what_is_expected(int onTime, int total, double expected) =>
        Assert.Equal((decimal)expected, decimal.Round(new OnTimeEstimate(0.93m, total, onTime).Rate, 4));

    [Fact]
    public void Weights_that_are_no_shares_of_one_are_refused() =>
        Assert.Throws<ArgumentException>(() => CarrierSelection.Choose(
            [Quote("dpd", 1m)], new SelectionRequirements { HandOver = Monday }, new SelectionOptions { OnTimeWeight = 0.7m }));

    private static IEnumerable<string[]> Parse(string rows) => rows.Split(", ").Select(row => row.Split(' '));

    private static RateQuote Quote(string carrier, decimal price, int? days = null) => new()
    {
        Carrier = new CarrierCode(carrier), Account = carrier, Service = new CarrierService("std"), ServiceName = "Standard", Price = Money.Eur(price), TransitDays = days,
    };
}
